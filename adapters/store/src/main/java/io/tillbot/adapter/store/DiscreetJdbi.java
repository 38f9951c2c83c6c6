package io.tillbot.adapter.store;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Jdbi, told to keep what it binds to itself. */
final class DiscreetJdbi {
  private DiscreetJdbi() {}

  static Jdbi of(ConnectionFactory connections) {
    Jdbi jdbi = Jdbi.create(connections);
    // Neither callers nor what is sealed belong into a message or a flight recording. Of the
    // latter's parameters Jdbi keeps two brackets, and fails when told to keep less.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.getConfig(SqlStatements.class).setJfrParamMaxLength(2);
    return jdbi;
  }
}

package io.tillbot.adapter.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a database complains of, and what to do about it. */
abstract class Trouble {
  private final String database;

  /**
   * @param database its name, fit for a message
   */
  Trouble(String database) {
    this.database = database;
  }

  /** The end of a sentence that begins with the database's name; quotes nothing. */
  abstract String complaint(Throwable failure);

  /** Passes on what has been said plainly already. */
  final StoreException explain(Throwable failure) {
    return switch (failure) {
      case StoreException plain -> plain;
      case UncertainCommitException uncertain ->
          new StoreException(
              "The database %s %s. Whether what was asked is kept is not known: look before asking again"
                  .formatted(database, complaint(cause(uncertain))),
              uncertain);
      default ->
          new StoreException("The database %s %s".formatted(database, complaint(failure)), failure);
    };
  }

  /** What a unit of work threw: explained when it is the database's, and as it is otherwise. */
  final RuntimeException passOn(ExecutionException failure) {
    return passOn(cause(failure));
  }

  /** What a unit of work threw: explained when it is the database's, and as it is otherwise. */
  final RuntimeException passOn(Throwable failure) {
    return switch (failure) {
      case JdbiException jdbi -> explain(jdbi);
      case UncertainCommitException uncertain -> explain(uncertain);
      case SQLException sql -> explain(sql);
      case RuntimeException own -> own;
      case Error error -> throw error;
      default -> explain(failure);
    };
  }

  /** The first failure of that kind in the chain of causes. */
  static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> wanted) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (wanted.isInstance(cause)) {
        return wanted.cast(cause);
      }
    }
    return null;
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }
}

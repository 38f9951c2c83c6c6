package io.tillbot.adapter.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what PostgreSQL complains of, and what to do about it. */
final class PostgresTrouble extends Trouble {
  private static final String CONNECTION = "08";
  private static final String ROLLED_BACK = "40";
  private static final String CONSTRAINT = "23";

  PostgresTrouble(PostgresAddress address) {
    super(address.toString());
  }

  /** Whether a commit that failed so has certainly kept nothing. */
  static boolean isRolledBack(Throwable failure) {
    String state = state(failure);
    return state != null && (state.startsWith(ROLLED_BACK) || state.startsWith(CONSTRAINT));
  }

  /** By the SQLSTATE, whose meaning does not change with the server's language. */
  @Override
  String complaint(Throwable failure) {
    String state = state(failure);
    if (state == null) {
      return find(failure, SQLTransientConnectionException.class) == null
          ? "cannot be used (%s)".formatted(failure.getClass().getSimpleName())
          : "gave no free connection in time: try again, or give this program less to do at once";
    }
    return switch (state) {
      case "28000", "28P01" ->
          "refuses this user or password: see to TILLBOT_STORE_USER and TILLBOT_STORE_PASSWORD";
      case "3D000" -> "does not exist on its server: create it, or name another";
      case "42501" ->
          "does not let this user do that: make it the owner of the database and of its tables";
      case "25006" -> "can be read only: name the primary server";
      case "40P01", "40001", "55P03", "57014" ->
          "is kept busy by others for too long: nothing was done, try again";
      case "53100" -> "cannot grow, its disk is full: make room and try again";
      case "53300" -> "has no connection left: let its server take more, or run fewer replicas";
      case "57P01", "57P02", "57P03" -> "is shutting down or starting: try again";
      default ->
          state.startsWith(CONNECTION)
              ? "cannot be reached: see that its server runs and that TILLBOT_STORE_URL names it"
              : "cannot be used (SQLSTATE %s)".formatted(state);
    };
  }

  /** The deepest one: a pool wraps what its last attempt met. */
  private static @Nullable String state(Throwable failure) {
    String found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        found = sql.getSQLState();
      }
    }
    return found;
  }
}

package io.tillbot.app.arch.example.core.red;

import java.sql.Connection;

/** The JDK has SQL in it; the core has not. */
public interface UsesJdbc {
  /** A type of JDBC. */
  Connection connection();
}

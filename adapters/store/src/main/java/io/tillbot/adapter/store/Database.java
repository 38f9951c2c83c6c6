package io.tillbot.adapter.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;

/**
 * The one database, whichever it is. Safe for many threads. What fails in it is a {@link
 * StoreException} in plain words; what the work itself throws comes through as it is.
 */
interface Database extends AutoCloseable {

  /** Reads what is committed. */
  <T> T read(HandleCallback<T, RuntimeException> query);

  /** Does a unit of work: it is durable on return, or nothing of it is kept. */
  <T> T write(HandleCallback<T, RuntimeException> unit);

  /**
   * Does a unit of work and removes what it deleted or replaced from the database's files as well,
   * where the database can do that.
   */
  <T> T writeWithoutTrace(HandleCallback<T, RuntimeException> unit);

  /**
   * Reads one state of the database for as long as it takes, on the caller's thread and over a
   * connection of its own, which is closed before this returns. Keeps nobody from writing.
   */
  <T> T readLong(HandleCallback<T, RuntimeException> query);

  /** How it speaks where databases differ. */
  Dialect dialect();

  /** Connections for what has transactions of its own, on threads of its own. */
  DataSource ownConnections();

  /** Ends what is being done and lets go of the database. */
  @Override
  void close();

  /** What it is called in messages: never an address with a password. */
  @Override
  String toString();
}

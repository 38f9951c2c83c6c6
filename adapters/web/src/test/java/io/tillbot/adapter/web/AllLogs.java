package io.tillbot.adapter.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, at every level, exceptions included. Of the server's
 * own libraries what a program logs whose configuration keeps them from DEBUG, as ours does.
 */
final class AllLogs implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final Level before = root.getLevel();

  AllLogs() {
    Stream.of("org.eclipse.jetty", "io.javalin")
        .forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.INFO));
    root.setLevel(Level.TRACE);
    events.start();
    root.addAppender(events);
  }

  List<String> lines() {
    return List.copyOf(events.list).stream().map(AllLogs::whole).toList();
  }

  private static String whole(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
  }

  @Override
  public void close() {
    root.detachAppender(events);
    root.setLevel(before);
  }
}

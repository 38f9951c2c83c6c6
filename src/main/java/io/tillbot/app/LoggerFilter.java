package io.tillbot.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Lets the lines of one logger through, whatever their level; of others the filters after it
 * decide. Named in {@code logback.xml}: what must be kept is not for a threshold to drop.
 */
public final class LoggerFilter extends Filter<ILoggingEvent> {
  private String logger = "";

  /** The logger's whole name. */
  public void setLogger(String name) {
    this.logger = name;
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getLoggerName().equals(logger) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
  }
}

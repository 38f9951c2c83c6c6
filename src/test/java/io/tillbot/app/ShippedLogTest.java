package io.tillbot.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the configuration of the log, as it is shipped, writes to standard error and to its file.
 */
class ShippedLogTest {
  private static final String HEADS = "io.tillbot.audit.heads";

  @TempDir Path home;
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configure() throws Exception {
    context.putProperty("TILLBOT_LOG_LEVEL", "ERROR");
    context.putProperty("TILLBOT_LOG_FILE", home.resolve("tillbot.log").toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(ShippedLogTest.class.getResource("/logback.xml"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void theHeadsOfTheAuditTrailAreInBothWhateverTheLevel() {
    assertThat(writing(HEADS, Level.INFO)).containsExactlyInAnyOrder("STDERR", "FILE");
  }

  @Test
  void whatElseIsToldInPassingIsInNeither() {
    assertThat(writing("io.tillbot.core.Auditor", Level.INFO)).isEmpty();
    assertThat(writing(HEADS + ".not", Level.INFO)).isEmpty();
    assertThat(writing("io.tillbot.core.Auditor", Level.WARN)).containsExactly("FILE");
  }

  /** The appenders that would write a line of that logger and level. */
  private List<String> writing(String name, Level level) {
    Logger logger = context.getLogger(name);
    assertThat(logger.isEnabledFor(level)).isTrue();
    LoggingEvent event = new LoggingEvent("here", logger, level, "a line", null, new Object[0]);
    List<String> writing = new ArrayList<>();
    context
        .getLogger(Logger.ROOT_LOGGER_NAME)
        .iteratorForAppenders()
        .forEachRemaining(appender -> addIfWriting(appender, event, writing));
    return writing;
  }

  private static void addIfWriting(
      Appender<ILoggingEvent> appender, LoggingEvent event, List<String> writing) {
    if (appender.getFilterChainDecision(event) != FilterReply.DENY) {
      writing.add(appender.getName());
    }
  }
}

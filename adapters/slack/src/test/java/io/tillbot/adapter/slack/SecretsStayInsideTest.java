package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.adapter.slack.fake.Posts;
import io.tillbot.adapter.slack.fake.Seen;
import io.tillbot.core.Samples;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.request.ReadRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With every logger of every library at its most talkative. */
class SecretsStayInsideTest {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SlackBot bot = SlackBot.impatient();

  @BeforeEach
  void listen() {
    root.setLevel(Level.TRACE);
    root.detachAppender("errors");
    root.addAppender(log);
    log.start();
  }

  @AfterEach
  void close() {
    bot.close();
    root.detachAppender(log);
    root.setLevel(Level.WARN);
  }

  @Test
  void noSecretAndNothingPersonalIsLogged() {
    bot.billing()
        .gives(
            ReadRequest.GetInvoice.class,
            Samples.invoice(
                InvoiceStatus.PAID, LocalDate.of(2026, 12, 1), Samples.eur("1"), Samples.eur("0")))
        .gives(ReadRequest.DownloadInvoice.class, Samples.PDF);
    bot.type("/invoice 123");
    Seen card = bot.slack().awaitMessage(1);
    bot.type("/billing help");
    Seen help = bot.slack().awaitMessage(2);
    bot.press(SlackBot.EVE, card, card.labels().getFirst());
    bot.slack().awaitMessage(3);
    bot.press(SlackBot.ANN, help, "slack.next");
    bot.slack().api().revoke("im:write");
    everyRefusal();

    assertThat(lines()).isNotEmpty().allSatisfy(SecretsStayInsideTest::tellsNothing);
  }

  @Test
  void anAnswerThatDoesNotArriveIsLoggedWithoutItsAddress() {
    String gone = bot.slack().here() + "/commands/nowhere-to-be-seen";
    bot.slack().post(bot.app(), Posts.form(Posts.command("U1", "C1", "/billing", "help", gone)));
    bot.letAnswersGo();
    Awaitility.await()
        .until(() -> lines().stream().filter(line -> line.contains("did not reach")).count() >= 1);
    assertThat(lines()).allSatisfy(SecretsStayInsideTest::tellsNothing);
  }

  private void everyRefusal() {
    for (String body :
        List.of(
            "payload={\"personal\":\"somebody\"}", "personal=somebody", "{\"a\":\"somebody\"}")) {
      assertThat(bot.slack().post(bot.app(), body).status()).isEqualTo(400);
      assertThat(bot.app().handle(Map.of(), body.getBytes(UTF_8)).status()).isEqualTo(401);
    }
  }

  private List<String> lines() {
    return List.copyOf(log.list).stream()
        .map(
            event ->
                event.getLoggerName()
                    + " "
                    + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }

  private static void tellsNothing(String line) {
    assertThat(line)
        .doesNotContain(
            FakeSlack.SECRET,
            FakeSlack.TOKEN,
            "v0=",
            "somebody",
            "answers-",
            "nowhere-to-be-seen",
            "old-verification-token",
            "ticket-of-a-test",
            "invoice.title");
  }
}

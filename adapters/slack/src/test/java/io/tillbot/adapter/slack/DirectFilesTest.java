package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.slack.fake.FakeSlack;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.SteppedClock;
import io.tillbot.core.billing.model.PdfDocument;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file is brought to its reader once, for as long as it is the same. */
class DirectFilesTest {
  private static final Caller ANN = new Caller(Platform.SLACK, "T1", SlackBot.ANN);
  private static final Caller EVE = new Caller(Platform.SLACK, "T1", SlackBot.EVE);

  private final SteppedClock clock = new SteppedClock(TestBot.CLOCK.instant());
  private final FakeSlack slack = new FakeSlack(clock);
  private final SlackWeb web = new SlackWeb(slack.options());
  private final SlackHosts hosts = new SlackHosts(slack.options().apiUrl());
  private final DirectFiles files = new DirectFiles(new Uploads(web, hosts), hosts, clock);

  @AfterEach
  void close() {
    web.close();
    slack.close();
  }

  @Test
  void theSameFileIsUploadedOnce() {
    DirectFiles.Sent first = send(ANN, "one");
    DirectFiles.Sent second = send(ANN, "one");
    assertThat(second).isEqualTo(first);
    assertThat(Words.of(second.notes())).containsExactly("slack.file.sent(invoice-1.pdf)");
    assertThat(second.link()).isPresent();
    assertThat(slack.api().arrived()).hasSize(1);
  }

  @Test
  void aFileThatHasChangedIsUploadedAnew() {
    send(ANN, "one");
    send(ANN, "two");
    assertThat(slack.api().arrived()).hasSize(2);
  }

  @Test
  void anotherReaderGetsTheirOwn() {
    send(ANN, "one");
    send(EVE, "one");
    assertThat(slack.api().arrived().stream().map(file -> file.channel()))
        .containsExactly("D-of-U1", "D-of-U2");
  }

  @Test
  void whatMayBeGoneByNowIsUploadedAnew() {
    send(ANN, "one");
    clock.pass(Duration.ofHours(1));
    send(ANN, "one");
    assertThat(slack.api().arrived()).hasSize(2);
  }

  @Test
  void aConversationIsOpenedOnce() {
    send(ANN, "one");
    send(ANN, "two");
    assertThat(slack.api().calls("conversations.open")).isOne();
  }

  @Test
  void anUploadThatSlackHasLostIsMadeAnew() {
    slack.api().refuseOnce("files.completeUploadExternal", "file_not_found");
    assertThat(Words.of(send(ANN, "one").notes()))
        .containsExactly("slack.file.sent(invoice-1.pdf)");
    assertThat(slack.api().calls("files.getUploadURLExternal")).isEqualTo(2);
    assertThat(slack.api().arrived()).hasSize(1);
  }

  @Test
  void whatWasNotSentIsTriedAgainNextTime() {
    slack.api().refuseOnce("files.completeUploadExternal", "channel_not_found");
    DirectFiles.Sent failed = send(ANN, "one");
    assertThat(failed.link()).isEmpty();
    assertThat(Words.of(failed.notes()))
        .containsExactly(
            "slack.file.not-sent(invoice-1.pdf, slack.file.slack-says(channel_not_found))");
    assertThat(Words.of(send(ANN, "one").notes()))
        .containsExactly("slack.file.sent(invoice-1.pdf)");
  }

  @Test
  void filesAreNeverAskedFor() {
    slack.api().revoke("files:read");
    send(ANN, "one");
    assertThat(slack.api().made().stream().map(made -> made.method()).distinct())
        .containsExactly(
            "conversations.open", "files.getUploadURLExternal", "files.completeUploadExternal");
  }

  private DirectFiles.Sent send(Caller caller, String content) {
    PdfDocument pdf = new PdfDocument(("%PDF-1.7 " + content).getBytes(US_ASCII));
    return files.send(caller, List.of(new Attachment("invoice-1.pdf", pdf)));
  }
}

package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.TicketId;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitStatusTest {
  private static final TicketId TICKET = new TicketId("ticket-of-a-test-000001");

  static Stream<Arguments> outcomes() {
    Reply reply = Reply.of(Text.of("plain"));
    Form form =
        new Form(
            "f",
            Map.of(),
            Text.of("plain"),
            List.of(new Form.SecretText("s", Text.of("plain"), null)));
    return Stream.of(
        Arguments.of(new Outcome.Answered(reply), 0),
        Arguments.of(new Outcome.Refused(reply), 1),
        Arguments.of(new Outcome.Unavailable(reply), 1),
        Arguments.of(new Outcome.NeedsConfirmation(reply, TICKET), 1),
        Arguments.of(new Outcome.NeedsInput(reply, form), 1),
        Arguments.of(new Outcome.NeedsLink(reply), 1),
        Arguments.of(new Outcome.Unknown(reply), 3),
        Arguments.of(new Outcome.Pending(reply, Instant.EPOCH), 4));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyOutcomeHasItsStatus(Outcome outcome, int code) {
    assertThat(ExitStatus.of(outcome).code()).isEqualTo(code);
  }
}

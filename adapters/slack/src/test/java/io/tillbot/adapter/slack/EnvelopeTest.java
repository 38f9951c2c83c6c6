package io.tillbot.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the socket becomes what HTTP would have brought. */
class EnvelopeTest {

  @Test
  void aCommandBecomesAForm() {
    assertThat(
            Envelope.of(
                """
                {"type":"slash_commands","envelope_id":"e1","accepts_response_payload":true,
                 "payload":{"command":"/credit","text":"a&b=c é","none":null}}
                """))
        .isEqualTo(new Envelope.Request("e1", true, "command=%2Fcredit&text=a%26b%3Dc+%C3%A9"));
  }

  @Test
  void aPressBecomesAFormAroundItsJson() {
    assertThat(
            Envelope.of(
                """
                {"type":"interactive","envelope_id":"e1","accepts_response_payload":false,
                 "payload":{"type":"block_actions"}}
                """))
        .isEqualTo(
            new Envelope.Request("e1", false, "payload=%7B%22type%22%3A%22block_actions%22%7D"));
  }

  @Test
  void anEventIsJson() {
    assertThat(
            Envelope.of(
                """
                {"type":"events_api","envelope_id":"e1","payload":{"type":"event_callback"},
                 "retry_attempt":1,"retry_reason":"timeout"}
                """))
        .isEqualTo(new Envelope.Request("e1", false, "{\"type\":\"event_callback\"}"));
  }

  @Test
  void theConnectionSpeaksOfItself() {
    assertThat(Envelope.of("{\"type\":\"hello\"}")).isEqualTo(new Envelope.Hello());
    assertThat(Envelope.of("{\"type\":\"disconnect\",\"reason\":\"warning\"}"))
        .isEqualTo(new Envelope.Disconnect("warning"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"unheard_of\",\"envelope_id\":\"e1\",\"payload\":{}}",
        "{\"envelope_id\":\"e1\",\"payload\":{}}",
        "{\"type\":\"interactive\",\"envelope_id\":\"e1\"}",
        "{\"type\":\"interactive\",\"envelope_id\":\"e1\",\"payload\":\"x\"}"
      })
  void whatIsNotKnownIsStillAcknowledged(String message) {
    assertThat(Envelope.of(message)).isEqualTo(new Envelope.Unknown("e1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{", "{}", "[]", "7", "{\"type\":\"events_api\"}"})
  void whatIsNoEnvelopeIsGarbage(String message) {
    assertThat(Envelope.of(message)).isEqualTo(new Envelope.Garbage());
  }

  @Test
  void whatItHoldsIsNotPrinted() {
    assertThat(new Envelope.Request("e1", true, "canary").toString()).doesNotContain("canary");
  }
}

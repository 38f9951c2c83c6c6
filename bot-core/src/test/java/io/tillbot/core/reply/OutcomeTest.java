package io.tillbot.core.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Reply PLAIN = Reply.of(Text.of("x"));

  @Test
  void anEndThatIsNotAGoodOneIsMarkedAlsoWhereItsCardHasNoTone() {
    assertThat(new Outcome.Refused(PLAIN).tone()).isEqualTo(Tone.WARNING);
    assertThat(new Outcome.Unknown(PLAIN).tone()).isEqualTo(Tone.WARNING);
    assertThat(new Outcome.Unavailable(PLAIN).tone()).isEqualTo(Tone.BAD);
    assertThat(new Outcome.Answered(PLAIN).tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(new Outcome.NeedsLink(PLAIN).tone()).isEqualTo(Tone.NEUTRAL);
  }

  @Test
  void theCardsOwnToneComesFirst() {
    Reply bad = Reply.card(Text.of("x")).tone(Tone.BAD).build();
    assertThat(new Outcome.Refused(bad).tone()).isEqualTo(Tone.BAD);
    assertThat(new Outcome.Answered(bad).tone()).isEqualTo(Tone.BAD);
  }
}

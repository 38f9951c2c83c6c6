package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.access.TicketId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {
  private static final TicketId LONGEST = new TicketId("t".repeat(64));

  @ParameterizedTest
  @EnumSource
  void itComesBackAsItWent(CustomId.Kind kind) {
    CustomId id = new CustomId(kind, LONGEST);
    assertThat(id.text()).hasSizeLessThanOrEqualTo(Limits.CUSTOM_ID);
    assertThat(CustomId.of(id.text())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "r:", "x:tttttttttttttttttttttttt", "r:../../etc/passwd", "c:short"})
  void whatIsNotOursIsNothing(String text) {
    assertThat(CustomId.of(text)).isEmpty();
  }

  @Test
  void itPrintsNoTicket() {
    assertThat(new CustomId(CustomId.Kind.CONFIRM, LONGEST).toString()).doesNotContain("ttt");
  }
}

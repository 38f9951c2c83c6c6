package io.tillbot.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCodeTest {
  private static final int MANY = 2000;

  @Test
  void itIsEightCharactersInTwoGroupsWithoutLookAlikes() {
    Random random = new Random(1);
    Set<String> seen = new HashSet<>();
    for (int n = 0; n < MANY; n++) {
      String shown = LinkCode.random(random).shown();
      assertThat(shown).matches("[^-]{4}-[^-]{4}").doesNotContainPattern("[01258ILOSUZ]");
      seen.add(shown);
    }
    assertThat(seen).as("no two are alike").hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCD-3467",
        "abcd3467",
        " a b c d 3 4 6 7 ",
        "ABCD\u20133467",
        "abcd_3467.",
        "\u0410\u0412\u0421D-3467",
        "\u0430\u0432\u0441d 3467"
      })
  void itIsKnownHoweverItIsWritten(String typed) {
    assertThat(LinkCode.kept("ABCD3467").isTypedAs(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "ABCD-346", "ABCD-34677", "ABCD-3469", "7643-DCBA", "ABCD3467ABCD3467"})
  void anotherOneIsNot(String typed) {
    assertThat(LinkCode.kept("ABCD3467").isTypedAs(typed)).isFalse();
  }

  @Test
  void itIsNotPrinted() {
    assertThat(LinkCode.kept("ABCD3467")).hasToString("***");
  }
}

package io.tillbot.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillbot.core.support.Words;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change concerns. */
class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "invoice/1, invoice/1, true",
    "invoice/1, invoice/2, false",
    "invoice/1, server/1, false",
    "invoice/1, invoice/*, true",
    "contact/*, contact/7, true",
    "contact/*, profile/*, false",
    "client/*, invoice/1, true",
    "client/*, profile/*, true",
    "client/*, client/*, true"
  })
  void overlapsWhatItIsAPartOf(String one, String other, boolean isSo) {
    assertThat(Target.of(one).overlaps(Target.of(other))).isEqualTo(isSo);
    assertThat(Target.of(other).overlaps(Target.of(one))).isEqualTo(isSo);
  }

  @Test
  void someOverlapOthersWhereOneDoes() {
    Set<Target> some = Set.of(Target.of("invoice/1"), Target.of("server/2"));
    assertThat(Target.anyOverlap(some, Set.of(Target.of("server/3"), Target.of("server/2"))))
        .isTrue();
    assertThat(Target.anyOverlap(some, Set.of(Target.of("server/1")))).isFalse();
    assertThat(Target.anyOverlap(some, Set.of())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void comesBackFromItsKey(Target.Kind kind) {
    for (Target target : Set.of(Target.all(kind), new Target(kind, "9223372036854775807"))) {
      assertThat(Target.of(target.key())).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1/2", "a", "**", "\u0661", "12345678901234567890", "1 "})
  void hasDigitsForItsId(String id) {
    assertThatThrownBy(() -> new Target(Target.Kind.INVOICE, id))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "invoice", "house/1", "invoice/"})
  void isReadFromNothingElse(String key) {
    assertThatThrownBy(() -> Target.of(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isToldAsWhatItIs() {
    assertThat(Words.of(Target.of("invoice/1").label())).isEqualTo("target.invoice(1)");
    assertThat(Words.of(Target.of("contact/*").label())).isEqualTo("target.contact.all");
  }
}

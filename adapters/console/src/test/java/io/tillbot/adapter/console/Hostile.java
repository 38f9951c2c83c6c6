package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Texts that would do harm if they reached a terminal as they are. */
final class Hostile {
  private Hostile() {}

  static Stream<String> texts() {
    List<String> crafted =
        List.of(
            "\u001b[2J\u001b[H\u001b[31mred\u001b[0m",
            "\u001b]0;title\u0007\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\",
            "\u001bP+q544e\u001b\\ \u001b[6n \u001b[?1049h",
            "\u009b31m \u0090 \u009d \u0085",
            "a\rb\bc\u0007d\u0000e\u007ff\tg\nh\u000bi\fj",
            "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e\u061c",
            "zero\u200bwidth\u200d\u2060\ufeff\u00ad",
            "\u2028line\u2029paragraph",
            "\ud800 lone \udc00 halves \ud83d",
            "\udb40\udc01\udb40\udc41 tags \ue000 private",
            "a\u0301\u0302\u0303\u0304".repeat(2_000),
            "\u0301".repeat(5_000),
            "\u00a0".repeat(5_000),
            " ".repeat(5_000),
            "'; DROP TABLE invoices; --",
            "<script>alert(1)</script> &lt; <@U123> @everyone `x` *y* _z_ [a](b)",
            "{0} {1, plural, other {x}} %s %n $1 ${jndi:ldap://x} \\u001b[31m \\e[0m",
            "\"quotes\" \\ back / slash",
            "١٢٣ १२३ １２３",
            "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 🇩🇪",
            "宽".repeat(3_000),
            "x".repeat(1 << 20),
            "\u001b[31m".repeat(20_000),
            "word ".repeat(20_000),
            "",
            "\n\n\n");
    Stream<String> everyControl =
        Stream.iterate(0, point -> point <= 0x9f, point -> point + 1)
            .filter(Character::isISOControl)
            .map(point -> "a" + Character.toString(point) + "b");
    return Stream.concat(crafted.stream(), everyControl);
  }

  /** Nothing but line breaks and what can be seen. */
  static void assertHarmless(String shown) {
    assertThat(
            shown
                .codePoints()
                .filter(point -> point != '\n')
                .filter(Hostile::isHarmful)
                .mapToObj(Integer::toHexString))
        .isEmpty();
  }

  private static boolean isHarmful(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

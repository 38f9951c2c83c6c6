package io.tillbot.adapter.slack.fake;

/**
 * Something that the fake refuses: one row of {@code docs/fakes.md}.
 *
 * @param family the method, or what else refuses
 * @param code Slack's own where Slack has one
 */
public record Rule(String family, String code) {
  /** Rules of one family. */
  static java.util.List<Rule> of(String family, String... codes) {
    return java.util.Arrays.stream(codes).map(code -> new Rule(family, code)).toList();
  }
}

package io.tillbot.adapter.slack.fake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that this fake refuses. */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    return Stream.of(
            WebApi.RULES.stream(),
            WebApi.METHODS.stream().flatMap(method -> method.rules().stream()),
            Answers.RULES.stream(),
            Acknowledgements.RULES.stream(),
            Sockets.RULES.stream(),
            Arrays.stream(Law.values()).map(law -> new Rule("Block Kit", law.name())))
        .flatMap(rules -> rules)
        .distinct()
        .toList();
  }
}

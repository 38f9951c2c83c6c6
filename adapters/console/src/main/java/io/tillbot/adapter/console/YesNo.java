package io.tillbot.adapter.console;

import io.tillbot.core.reply.Text;
import java.util.Locale;
import java.util.Optional;

/** Asks whether a change is to be carried out, until the answer is a plain yes or no. */
final class YesNo {
  private final Terminal terminal;
  private final Talking talking;

  YesNo(Terminal terminal, Talking talking) {
    this.terminal = terminal;
    this.talking = talking;
  }

  /** The person's word. */
  enum Decision {
    YES,
    NO
  }

  /** Ctrl-C, the end of the input and an empty line are a no: silence agrees to nothing. */
  Decision ask() {
    terminal.forgetTypedAhead();
    while (true) {
      Typed typed = terminal.readAnswer(talking.prompt(Text.of("console.confirm.prompt")));
      if (!(typed instanceof Typed.Line(String line))) {
        talking.gap();
        return Decision.NO;
      }
      Optional<Decision> decision = decision(line);
      if (decision.isPresent()) {
        return decision.get();
      }
      talking.say(Text.of("console.confirm.again"));
    }
  }

  /** In both languages, whatever the cards are written in. */
  private static Optional<Decision> decision(String line) {
    return switch (line.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "y", "да", "д" -> Optional.of(Decision.YES);
      case "no", "n", "нет", "н", "" -> Optional.of(Decision.NO);
      default -> Optional.empty();
    };
  }
}

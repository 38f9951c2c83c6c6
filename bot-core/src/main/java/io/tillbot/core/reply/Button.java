package io.tillbot.core.reply;

import io.tillbot.core.access.TicketId;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** A next step that the reader may take. */
public record Button(Text label, Action action) {

  /** What a press does. */
  public sealed interface Action {
    /** Tells the actions of one reply apart. */
    String id();
  }

  /**
   * Runs a command, as if the person had typed it. One that changes something asks first.
   *
   * @param line such as {@code /pdf 123}
   */
  public record Run(String line) implements Action {
    @Override
    public String id() {
      return line;
    }
  }

  /**
   * Shows everybody at the place, redacted, what a command shows to the one who presses.
   *
   * @param line a command that reads, such as {@code /invoice 123}
   */
  public record Share(String line) implements Action {
    @Override
    public String id() {
      return "share:" + line;
    }
  }

  /**
   * Opens a page in the person's own browser; the bot never goes there itself.
   *
   * @param address https, or http on loopback; its host checked by whoever put it here
   */
  public record Open(URI address) implements Action {
    private static final Pattern LOOPBACK =
        Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)]");

    public Open {
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean isNear =
          scheme.equals("http") && LOOPBACK.matcher(String.valueOf(address.getHost())).matches();
      if (!scheme.equals("https") && !isNear) {
        throw new IllegalArgumentException("only https is opened, or http on loopback");
      }
    }

    @Override
    public String id() {
      return address.toString();
    }
  }

  /** Carries out the change that the card previews. */
  public record Confirm(TicketId ticket) implements Action {
    @Override
    public String id() {
      return "confirm:" + ticket.value();
    }
  }

  /** Forgets the change that the card previews. */
  public record Stop(TicketId ticket) implements Action {
    @Override
    public String id() {
      return "stop:" + ticket.value();
    }
  }
}

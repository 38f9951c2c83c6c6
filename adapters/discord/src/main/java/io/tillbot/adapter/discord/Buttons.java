package io.tillbot.adapter.discord;

import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.reply.Button.Confirm;
import io.tillbot.core.reply.Button.Open;
import io.tillbot.core.reply.Button.Run;
import io.tillbot.core.reply.Button.Share;
import io.tillbot.core.reply.Button.Stop;
import io.tillbot.core.reply.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import org.jspecify.annotations.Nullable;

/** A card's next steps as rows of buttons: those that turn pages first, at most 25 in all. */
final class Buttons {
  private static final int MOST = Limits.ROWS * Limits.BUTTONS_IN_A_ROW;

  private final Written written;
  private final Function<Step, TicketId> offers;

  /**
   * Makes buttons for one reader.
   *
   * @param offers keeps what a button runs, for that reader alone
   */
  Buttons(Written written, Function<Step, TicketId> offers) {
    this.written = written;
    this.offers = offers;
  }

  /**
   * The rows; none when there is nothing to press.
   *
   * @param first rows that stand before them
   */
  List<ActionRow> rows(
      List<io.tillbot.core.reply.Button> steps,
      List<ActionRow> first,
      @Nullable TablePage page,
      @Nullable Step step) {
    List<ActionRow> rows = new ArrayList<>(first);
    List<Button> turning = turning(page, step);
    if (!turning.isEmpty()) {
      rows.add(ActionRow.of(turning));
    }
    List<Button> next =
        steps.stream()
            .filter(Buttons::isShown)
            .limit(MOST - (long) rows.size() * Limits.BUTTONS_IN_A_ROW)
            .map(this::button)
            .toList();
    for (int from = 0; from < next.size(); from += Limits.BUTTONS_IN_A_ROW) {
      rows.add(
          ActionRow.of(next.subList(from, Math.min(next.size(), from + Limits.BUTTONS_IN_A_ROW))));
    }
    return rows;
  }

  private List<Button> turning(@Nullable TablePage page, @Nullable Step step) {
    List<Button> turning = new ArrayList<>();
    if (page != null && step != null) {
      if (page.hasPrevious()) {
        turning.add(turn(Text.of("discord.previous"), step.onPage(page.number() - 1)));
      }
      if (page.hasNext()) {
        turning.add(turn(Text.of("discord.next"), step.onPage(page.number() + 1)));
      }
    }
    return turning;
  }

  private Button turn(Text label, Step step) {
    return offered(CustomId.Kind.PAGE, step, label);
  }

  private Button button(io.tillbot.core.reply.Button step) {
    Text label = step.label();
    return switch (step.action()) {
      case Run(String line) -> offered(CustomId.Kind.RUN, Step.line(line), label);
      case Confirm(TicketId ticket) ->
          pressed(ButtonStyle.SUCCESS, CustomId.Kind.CONFIRM, ticket, label);
      case Stop(TicketId ticket) -> pressed(ButtonStyle.DANGER, CustomId.Kind.STOP, ticket, label);
      case Open(URI address) -> Button.link(address.toString(), label(label));
      case Share(String line) -> offered(CustomId.Kind.SHARE, Step.line(line), label);
    };
  }

  private Button offered(CustomId.Kind kind, Step step, Text label) {
    return pressed(ButtonStyle.SECONDARY, kind, offers.apply(step), label);
  }

  private Button pressed(ButtonStyle style, CustomId.Kind kind, TicketId ticket, Text label) {
    return Button.of(style, new CustomId(kind, ticket).text(), label(label));
  }

  private String label(Text label) {
    return Markdown.plain(written.something(label), Limits.BUTTON_LABEL);
  }

  /** Discord refuses a message for the sake of one address that is too long. */
  private static boolean isShown(io.tillbot.core.reply.Button step) {
    return switch (step.action()) {
      case Open(URI address) -> address.toString().length() <= Limits.BUTTON_URL;
      case Run _, Share _, Confirm _, Stop _ -> true;
    };
  }
}

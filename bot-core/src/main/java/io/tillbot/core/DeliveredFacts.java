package io.tillbot.core;

import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Facts;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.delivery.Delivery;
import io.tillbot.core.delivery.Destination;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A delivered message as the store keeps it, sealed, until it has come to its end. */
final class DeliveredFacts {
  private static final String PLATFORM = Delivery.PLATFORM;
  private static final String WORKSPACE = Delivery.WORKSPACE;
  private static final String USER = "user";
  private static final String PLACE_KIND = "place-kind";
  private static final String PLACE_ID = "place-id";
  private static final String ROLE = "role:";
  private static final String BUTTON = "button";
  private static final String TICKET = "ticket";
  private static final String FORM = "form";
  private static final String GIVEN = "given:";
  private static final String ANSWER = "answer:";
  private static final String TO_PLATFORM = "to-platform";
  private static final String TO = "to:";

  private DeliveredFacts() {}

  static Map<String, String> of(Delivered delivered) {
    Map<String, String> facts = new HashMap<>();
    switch (delivered.message()) {
      case Invocation(Caller caller, Place place, var input) -> {
        put(facts, caller, place);
        facts.putAll(Inputs.facts(input));
      }
      case Pressed(Pressed.Kind kind, Press(Caller caller, Place place, TicketId ticket)) -> {
        put(facts, caller, place);
        facts.put(BUTTON, kind.name());
        facts.put(TICKET, ticket.value());
      }
      case FormAnswers(Caller caller, Place place, String command, var given, var answers) -> {
        put(facts, caller, place);
        facts.put(FORM, command);
        given.forEach((name, word) -> facts.put(GIVEN + name, word));
        answers.forEach((name, word) -> facts.put(ANSWER + name, word));
      }
    }
    delivered
        .destination()
        .ifPresent(
            to -> {
              facts.put(TO_PLATFORM, to.platform().name());
              to.address().forEach((name, value) -> facts.put(TO + name, value));
            });
    return facts;
  }

  /** What {@link #of} was made from. */
  static Delivered read(Delivery delivery) {
    Map<String, String> facts = delivery.message();
    @Nullable String workspace = facts.get(WORKSPACE);
    Caller caller =
        new Caller(
            Platform.valueOf(facts.getOrDefault(PLATFORM, "")),
            workspace,
            facts.getOrDefault(USER, ""));
    Place place =
        new Place(
            Place.Kind.valueOf(facts.getOrDefault(PLACE_KIND, "")),
            facts.getOrDefault(PLACE_ID, ""),
            Set.copyOf(Facts.under(ROLE, facts).keySet()));
    return new Delivered(
        delivery.key(),
        message(caller, place, facts),
        Optional.ofNullable(facts.get(TO_PLATFORM))
            .map(platform -> new Destination(Platform.valueOf(platform), Facts.under(TO, facts))));
  }

  private static Message message(Caller caller, Place place, Map<String, String> facts) {
    String button = facts.get(BUTTON);
    if (button != null) {
      return new Pressed(
          Pressed.Kind.valueOf(button),
          new Press(caller, place, new TicketId(facts.getOrDefault(TICKET, ""))));
    }
    String form = facts.get(FORM);
    return form == null
        ? new Invocation(caller, place, Inputs.of(facts))
        : new FormAnswers(
            caller, place, form, Facts.under(GIVEN, facts), Facts.under(ANSWER, facts));
  }

  private static void put(Map<String, String> facts, Caller caller, Place place) {
    facts.put(PLATFORM, caller.platform().name());
    if (caller.workspace() != null) {
      facts.put(WORKSPACE, caller.workspace());
    }
    facts.put(USER, caller.user());
    facts.put(PLACE_KIND, place.kind().name());
    facts.put(PLACE_ID, place.id());
    place.roles().forEach(role -> facts.put(ROLE + role, ""));
  }
}

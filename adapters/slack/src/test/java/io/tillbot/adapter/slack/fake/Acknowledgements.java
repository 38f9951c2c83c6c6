package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an acknowledgement says, and what Slack makes of it. */
final class Acknowledgements {
  static final List<Rule> RULES =
      Rule.of(
          "acknowledgement",
          "operation_timeout",
          "dispatch_failed",
          "invalid_command_response",
          "invalid_response_action",
          "unknown_block_id",
          "invalid_view",
          "push_limit_reached",
          "invalid_options");

  private static final int MOST_OPTIONS = 100;

  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final World world;
  private final Answers answers;

  Acknowledgements(World world, Answers answers) {
    this.world = world;
    this.answers = answers;
  }

  /** Whether Slack takes it: it is good, and in time. */
  boolean isTaken(Acknowledgement acknowledgement) {
    if (!acknowledgement.isInTime()) {
      refusals.add("operation_timeout");
      return false;
    }
    if (acknowledgement.status() != 200) {
      refusals.add("dispatch_failed: " + acknowledgement.status());
      return false;
    }
    return true;
  }

  /** An acknowledgement with a body is a message, as JSON. */
  void ofCommand(String user, String channel, Acknowledgement acknowledgement) {
    if (acknowledgement.body().isEmpty()) {
      return;
    }
    try {
      if (!acknowledgement.contentType().startsWith("application/json")) {
        throw new Refused("no JSON");
      }
      answers.show(user, channel, Answers.message(acknowledgement.body()));
    } catch (Refused refused) {
      refusals.add("invalid_command_response: " + refused.getMessage());
    }
  }

  /** docs.slack.dev/surfaces/modals#updating_response and its neighbours. */
  void ofSubmission(ShownView view, Acknowledgement acknowledgement) {
    if (acknowledgement.body().isEmpty()) {
      world.views().close(view);
      return;
    }
    try {
      act(view, object(acknowledgement.body()));
    } catch (Refused refused) {
      refusals.add(refused.getMessage());
    }
  }

  private void act(ShownView view, JsonObject response) {
    switch (response.has("response_action") ? response.get("response_action").getAsString() : "") {
      case "clear" -> {
        only(response, "response_action");
        world.views().clear(view.user());
      }
      case "errors" -> {
        only(response, "response_action", "errors");
        errors(view, response.getAsJsonObject("errors"));
      }
      case "update" -> world.views().update(view, view(response));
      case "push" ->
          world
              .views()
              .push(view.team(), view.user(), view(response))
              .orElseThrow(() -> new Refused("push_limit_reached"));
      default -> throw new Refused("invalid_response_action");
    }
  }

  private void errors(ShownView view, JsonObject errors) {
    List<String> inputs =
        Elements.blocks(view.view()).stream()
            .filter(block -> Elements.isA(block, "input"))
            .map(block -> block.get("block_id").getAsString())
            .toList();
    if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
      throw new Refused("unknown_block_id");
    }
    world.screen().journal().wrong(view, errors);
    world.views().remember(view, errors);
  }

  private static JsonObject view(JsonObject response) {
    only(response, "response_action", "view");
    JsonObject view = response.getAsJsonObject("view");
    List<String> problems = ViewLaws.problems(view);
    if (!problems.isEmpty()) {
      throw Refused.because("invalid_view", problems);
    }
    return view;
  }

  private static void only(JsonObject response, String... names) {
    if (!response.keySet().equals(Set.of(names))) {
      throw new Refused("invalid_response_action");
    }
  }

  /** docs.slack.dev/reference/interaction-payloads/block_suggestion-payload: the labels. */
  List<String> ofSuggestion(Acknowledgement acknowledgement) {
    try {
      JsonObject response = object(acknowledgement.body());
      JsonArray options = response.getAsJsonArray("options");
      if (options == null || options.size() > MOST_OPTIONS || response.size() != 1) {
        throw new Refused("invalid_options");
      }
      Findings findings = new Findings();
      OptionLaws laws = new OptionLaws(findings);
      options.forEach(option -> laws.option(option.getAsJsonObject(), TextLaws.PLAIN));
      if (!findings.all().isEmpty()) {
        throw Refused.because("invalid_options", findings.texts());
      }
      return options.asList().stream()
          .map(JsonElement::getAsJsonObject)
          .map(option -> Elements.text(option, "text"))
          .toList();
    } catch (Refused refused) {
      refusals.add(refused.getMessage());
      return List.of();
    }
  }

  private static JsonObject object(String body) {
    try {
      return JsonParser.parseString(body).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException unreadable) {
      throw new Refused("invalid_response_action");
    }
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }
}

package io.tillbot.adapter.slack.fake;

import com.google.gson.JsonObject;
import io.tillbot.adapter.slack.fake.Delivery.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody in a workspace, who does what a person can do; the app hears of it by one way. */
public final class Person {
  private final World world;
  private final Payloads payloads;
  private final Acknowledgements acknowledgements;
  private final Way way;
  private final Team team;
  private final String user;

  Person(FakeSlack slack, Way way, Team team, String user) {
    this.world = slack.world();
    this.payloads = slack.payloads();
    this.acknowledgements = slack.acknowledgements();
    this.way = way;
    this.team = team;
    this.user = user;
  }

  public String id() {
    return user;
  }

  public String name() {
    return team.name(user);
  }

  /** The direct message with the app. */
  public String direct() {
    return team.direct(user).id();
  }

  /** Types a command; the acknowledgement is shown when it holds a message. */
  public Acknowledgement types(String channel, String line) {
    String[] parts = line.split(" ", 2);
    journal().did(team, user, "in " + shown(channel), "types: " + line);
    return deliver(
        payloads.command(team, user, channel, parts[0], parts.length == 1 ? "" : parts[1]));
  }

  /** Delivers a command, perhaps not for the first time. */
  public Acknowledgement deliver(Delivery command) {
    Acknowledgement acknowledgement = way.deliver(command);
    if (acknowledgements.isTaken(acknowledgement) && command.kind() == Kind.COMMAND) {
      acknowledgements.ofCommand(
          user, command.payload().get("channel_id").getAsString(), acknowledgement);
    }
    return acknowledgement;
  }

  /** The command as Slack would deliver it. */
  public Delivery command(String channel, String line) {
    String[] parts = line.split(" ", 2);
    return payloads.command(team, user, channel, parts[0], parts.length == 1 ? "" : parts[1]);
  }

  /** Presses a button of a message, which may have been replaced meanwhile. */
  public Acknowledgement presses(Seen message, String label) {
    journal().did(team, user, "in " + shown(message.channel()), "presses [" + label + "]");
    return interact(pressed(message, label));
  }

  /** The payload of a press. */
  public JsonObject pressed(Seen message, String label) {
    return payloads.onMessage(team, user, message, action(message.button(label)));
  }

  /** Presses a button in a modal or in Home. */
  public Acknowledgement presses(ShownView view, String label) {
    journal().did(team, user, "in " + journal().name(view), "presses [" + label + "]");
    return interact(payloads.inView(team, view, action(Elements.button(view.view(), label))));
  }

  /** Fills in what the top modal asks for, by its labels, and sends it. */
  public Acknowledgement submits(Map<String, String> answers) {
    ShownView view = modal().orElseThrow(() -> new AssertionError("no modal is open"));
    journal().filledIn(view, answers);
    Acknowledgement acknowledgement = submits(view, answers);
    if (acknowledgements.isTaken(acknowledgement)) {
      acknowledgements.ofSubmission(view, acknowledgement);
    }
    return acknowledgement;
  }

  private Acknowledgement submits(ShownView view, Map<String, String> answers) {
    return way.deliver(
        Delivery.of(
            Kind.INTERACTION,
            payloads.submission(team, view, new Answered(view.view()).values(answers))));
  }

  /** The same as Slack would deliver it, perhaps not for the first time. */
  public Delivery submission(Map<String, String> answers) {
    ShownView view = modal().orElseThrow(() -> new AssertionError("no modal is open"));
    return Delivery.of(
        Kind.INTERACTION,
        payloads.submission(team, view, new Answered(view.view()).values(answers)));
  }

  /** Closes the top modal; the app hears of it where it has asked to. */
  public void closesModal() {
    ShownView view = modal().orElseThrow(() -> new AssertionError("no modal is open"));
    journal().did(team, user, "", "closes the modal");
    world.views().close(view);
    if (MessageLaws.isTrue(view.view(), "notify_on_close")) {
      interact(payloads.closing(team, view));
    }
  }

  /** Chooses a message shortcut on a message. */
  public Acknowledgement asksAbout(String channel, String text, String callbackId) {
    journal()
        .did(
            team,
            user,
            "in " + shown(channel),
            "chooses the shortcut \"" + callbackId + "\" on the message: " + text);
    return interact(payloads.shortcut(team, user, channel, text, callbackId));
  }

  /** What a select says while somebody types into it. */
  public List<String> looksFor(ShownView view, JsonObject element, String typed) {
    Acknowledgement acknowledgement =
        way.deliver(Delivery.of(Kind.INTERACTION, payloads.suggestion(team, view, element, typed)));
    return acknowledgements.isTaken(acknowledgement)
        ? acknowledgements.ofSuggestion(acknowledgement)
        : List.of();
  }

  /** Mentions the app in a channel, in a thread where there is one. */
  public Acknowledgement mentions(String channel, String text, Optional<String> thread) {
    journal().did(team, user, "in " + shown(channel), "says: @Tillbot " + text);
    return deliver(payloads.event(team, payloads.mention(user, channel, text, thread)));
  }

  /** The mention as Slack would deliver it, perhaps not for the first time. */
  public Delivery mention(String channel, String text, Optional<String> thread) {
    return payloads.event(team, payloads.mention(user, channel, text, thread));
  }

  /** Says something to the app in the direct message. */
  public Acknowledgement says(String text) {
    journal().did(team, user, "in " + shown(direct()), "says: " + text);
    return deliver(payloads.event(team, payloads.direct(user, direct(), text)));
  }

  public Acknowledgement opensHome() {
    journal().did(team, user, "", "opens the app's Home");
    return deliver(payloads.event(team, payloads.homeOpened(team, user)));
  }

  /** Takes the app out of the workspace. */
  public void uninstalls() {
    journal().did(team, user, "", "removes the app from the workspace");
    world.tokens().deactivate(team.id());
    deliver(payloads.event(team, Payloads.revoked()));
    deliver(payloads.event(team, Payloads.uninstalled()));
  }

  /** The modal before the person. */
  public Optional<ShownView> modal() {
    return world.views().top(user);
  }

  /** What the modal says beside its inputs, by their blocks. */
  public Map<String, String> errors() {
    return modal().map(world.views()::errors).orElse(Map.of());
  }

  public Optional<ShownView> home() {
    return world.views().home(user);
  }

  /** What the person can see of the messages, oldest first. */
  public List<Seen> sees() {
    return world.screen().messages().stream()
        .filter(seen -> seen.user().equals(user) || isThere(seen))
        .toList();
  }

  private boolean isThere(Seen seen) {
    return !seen.isEphemeral()
        && team.conversation(seen.channel())
            .filter(where -> where.members().contains(user))
            .isPresent();
  }

  private Acknowledgement interact(JsonObject payload) {
    Acknowledgement acknowledgement = way.deliver(Delivery.of(Kind.INTERACTION, payload));
    acknowledgements.isTaken(acknowledgement);
    return acknowledgement;
  }

  private JsonObject action(JsonObject element) {
    JsonObject action = element.deepCopy();
    action.addProperty("block_id", "b1");
    action.addProperty("action_ts", world.nextTimestamp());
    return action;
  }

  private String shown(String channel) {
    return team.conversation(channel).map(Conversation::shown).orElse(channel);
  }

  private Journal journal() {
    return world.screen().journal();
  }
}

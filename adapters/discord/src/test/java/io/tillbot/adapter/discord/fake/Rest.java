package io.tillbot.adapter.discord.fake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The REST interface, as far as a bot like ours needs it: {@code …/reference}. */
final class Rest {
  /** A request that was taken, by its method and path; tokens are left out. */
  record Taken(String request, DataObject body) {}

  private static final Pattern COMMANDS =
      Pattern.compile("/applications/" + World.APPLICATION + "(/guilds/\\d+)?/commands");
  private static final Pattern CALLBACK = Pattern.compile("/interactions/(\\d+)/([^/]+)/callback");
  private static final Pattern WEBHOOK =
      Pattern.compile("/webhooks/" + World.APPLICATION + "/([^/]+)(/messages/@original)?");

  private static final Pattern CHANNEL = Pattern.compile("/channels/(\\d+)/messages");

  /** {@code …/interactions/application-commands#registering-a-command}: a day. */
  private static final int MOST_NEW_COMMANDS = 200;

  private static final int USUALLY_PER_SECOND = 25;

  private final String token;
  private final Buckets buckets;
  private final Channels channels;
  private volatile long permissions = World.USUAL_PERMISSIONS;
  private int newCommands;
  private final Map<String, FakeInteraction> interactions = new ConcurrentHashMap<>();
  private final Map<String, List<?>> commands = new ConcurrentHashMap<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();

  Rest(String token, Buckets buckets, Channels channels) {
    this.token = token;
    this.buckets = buckets;
    this.channels = channels;
  }

  /** An answer's body, empty for none, and what its route's limit is. */
  record Answer(Optional<Object> body, Optional<Buckets.Standing> standing) {}

  void expect(FakeInteraction interaction) {
    interactions.put(interaction.token(), interaction);
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** What is registered, everywhere or in a server. */
  DataArray commands(String guild) {
    return DataArray.fromCollection(
        commands.getOrDefault(guild.isEmpty() ? "" : "/guilds/" + guild, List.of()));
  }

  /** The answer. */
  Answer answer(RecordedRequest request, String path) {
    Matcher webhook = WEBHOOK.matcher(path);
    Matcher channel = CHANNEL.matcher(path);
    Optional<Buckets.Standing> standing = Optional.empty();
    if (webhook.matches()) {
      standing = Optional.of(buckets.count("webhook", webhook.group(1), USUALLY_PER_SECOND));
    } else if (!CALLBACK.matcher(path).matches()) {
      buckets.countGlobally();
      if (channel.matches()) {
        standing = Optional.of(buckets.count("channel", channel.group(1), USUALLY_PER_SECOND));
      }
    }
    return new Answer(body(request, path), standing);
  }

  private Optional<Object> body(RecordedRequest request, String path) {
    String method = request.getMethod();
    Matcher callback = CALLBACK.matcher(path);
    if (callback.matches() && method.equals("POST")) {
      Upload upload = Upload.of(request);
      FakeInteraction interaction = interaction(callback.group(2));
      if (!interaction.id().equals(callback.group(1))) {
        throw unknownInteraction();
      }
      interaction.callback(upload.json(), upload.files());
      take("POST callback", upload);
      return Optional.of(callbackResponse(interaction, upload));
    }
    Matcher webhook = WEBHOOK.matcher(path);
    if (webhook.matches()) {
      return Optional.of(webhook(method, webhook, Upload.of(request)));
    }
    if (!("Bot " + token).equals(request.getHeaders().get("Authorization"))) {
      throw new Refusal(401, Refusal.UNAUTHORIZED, "401: Unauthorized");
    }
    Matcher registration = COMMANDS.matcher(path);
    if (registration.matches()) {
      return Optional.of(registration(method, registration, request));
    }
    Matcher channel = CHANNEL.matcher(path);
    if (channel.matches() && method.equals("POST")) {
      Upload upload = Upload.of(request);
      FakeMessage sent = channels.send(channel.group(1), upload.json(), upload.files());
      take("POST message", upload);
      return Optional.of(Events.message(sent).put("channel_id", channel.group(1)).put("type", 0));
    }
    return switch (method + " " + path) {
      case "GET /users/@me" -> Optional.of(World.bot());
      case "GET /applications/@me" ->
          Optional.of(DataObject.empty().put("id", World.APPLICATION).put("name", "tillbot"));
      case "GET /gateway/bot" -> Optional.of(World.gateway());
      case "GET /users/@me/guilds" -> Optional.of(World.array(World.ownGuild(permissions)));
      case "POST /users/@me/channels" -> Optional.of(channels.open(Upload.of(request).json()));
      default -> throw new Refusal(404, Refusal.UNAUTHORIZED, "404: Not Found");
    };
  }

  /** What the bot may do in the one server. */
  void permissions(long granted) {
    permissions = granted;
  }

  private DataObject webhook(String method, Matcher webhook, Upload upload) {
    FakeInteraction interaction = interactions.get(webhook.group(1));
    if (interaction == null) {
      throw new Refusal(404, Refusal.UNKNOWN_WEBHOOK, "Unknown Webhook");
    }
    boolean isOriginal = webhook.group(2) != null;
    FakeMessage message =
        switch (method) {
          case "PATCH" -> interaction.editAnswer(upload.json(), upload.files());
          case "POST" -> interaction.followUp(upload.json(), upload.files());
          default -> throw new Refusal(405, Refusal.UNAUTHORIZED, "405: Method Not Allowed");
        };
    take(method + (isOriginal ? " @original" : " follow-up"), upload);
    return Events.message(message);
  }

  private DataArray registration(String method, Matcher registration, RecordedRequest request) {
    String scope = Optional.ofNullable(registration.group(1)).orElse("");
    if (method.equals("PUT")) {
      List<?> sent = list(request);
      CommandRules.check(sent);
      countNew(sent, scope);
      List<Object> kept = new ArrayList<>();
      sent.forEach(command -> kept.add(registered((Map<?, ?>) command, scope)));
      commands.put(scope, kept);
      taken.add(
          new Taken(
              "PUT commands",
              DataObject.empty()
                  .put("scope", scope)
                  .put("commands", DataArray.fromCollection(sent))));
    }
    DataArray all = commands(scope.replace("/guilds/", ""));
    boolean isWhole =
        method.equals("PUT")
            || "true".equals(request.getUrl().queryParameter("with_localizations"));
    return isWhole ? all : withoutTranslations(all);
  }

  /** What nobody asked for is left out: {@code …/application-commands#get-global-…-commands}. */
  private static DataArray withoutTranslations(DataArray commands) {
    DataArray bare = DataArray.empty();
    for (DataObject each :
        DataArray.fromJson(commands.toString()).stream(DataArray::getObject).toList()) {
      each.remove("name_localizations");
      each.remove("description_localizations");
      each.optArray("options")
          .ifPresent(options -> each.put("options", withoutTranslations(options)));
      bare.add(each);
    }
    return bare;
  }

  /** Only what was not there counts; a command is known by its name and type. */
  private void countNew(List<?> sent, String scope) {
    Set<String> known = new HashSet<>();
    commands.getOrDefault(scope, List.of()).forEach(command -> known.add(identity(command)));
    newCommands += (int) sent.stream().filter(each -> !known.contains(identity(each))).count();
    if (newCommands > MOST_NEW_COMMANDS) {
      throw new Refusal(
          429, Refusal.DAILY_COMMANDS, "Max number of daily application command creates reached");
    }
  }

  private static String identity(Object command) {
    Map<?, ?> named = (Map<?, ?>) command;
    return named.get("name") + ":" + (named.get("type") == null ? 1 : named.get("type"));
  }

  private static List<?> list(RecordedRequest request) {
    try {
      return DataArray.fromJson(request.getBody().utf8()).toList();
    } catch (ParsingException malformed) {
      throw Refusal.invalidForm(List.of("the body is not a JSON list"));
    }
  }

  /** Discord adds ids and its defaults; contexts are kept for what is registered everywhere. */
  private static Map<String, Object> registered(Map<?, ?> command, String scope) {
    Map<String, Object> kept = new HashMap<>();
    command.forEach((key, value) -> kept.put(key.toString(), value));
    kept.put("id", Snowflakes.next(InstantSource.system()));
    kept.put("application_id", World.APPLICATION);
    kept.put("version", "1");
    if (kept.get("contexts") instanceof List<?> contexts) {
      kept.put(
          "contexts", contexts.stream().map(each -> Integer.valueOf(each.toString())).toList());
    }
    if (!scope.isEmpty()) {
      kept.put("contexts", null);
      kept.put("guild_id", scope.replace("/guilds/", ""));
    }
    return kept;
  }

  private FakeInteraction interaction(String interactionToken) {
    FakeInteraction interaction = interactions.get(interactionToken);
    if (interaction == null) {
      throw unknownInteraction();
    }
    return interaction;
  }

  private static Refusal unknownInteraction() {
    return new Refusal(404, Refusal.UNKNOWN_INTERACTION, "Unknown interaction");
  }

  private static DataObject callbackResponse(FakeInteraction interaction, Upload upload) {
    DataObject resource = DataObject.empty().put("type", upload.json().get("type"));
    interaction.answer().ifPresent(answer -> resource.put("message", Events.message(answer)));
    return DataObject.empty()
        .put("interaction", DataObject.empty().put("id", interaction.id()))
        .put("resource", resource);
  }

  private void take(String request, Upload upload) {
    DataObject body = DataObject.empty();
    upload.json().forEach(body::put);
    taken.add(new Taken(request, body));
  }
}

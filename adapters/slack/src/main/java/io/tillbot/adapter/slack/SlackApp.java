package io.tillbot.adapter.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import io.tillbot.core.Bot;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Secret;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Notices;
import io.tillbot.core.port.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot in Slack, as a function of what Slack posts to {@code /slack/events}: it has no HTTP
 * server of its own. Safe for many threads; answers well within Slack's three seconds and goes on
 * on virtual threads. Nothing is sent to Slack before the first request.
 */
public final class SlackApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);
  private static final int LARGEST_BODY = 1 << 20;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(90);
  private static final Pattern EVERY_COMMAND = Pattern.compile("/.*", Pattern.DOTALL);
  private static final Pattern EVERY_BUTTON = Pattern.compile(".*", Pattern.DOTALL);

  private final Optional<Signature> signature;
  private final SlackWeb web;
  private final SlackHosts hosts;
  private final InFlight threads;
  private final LateAnswers late;
  private final App bolt;
  private final SlackRequestParser parser;
  private final Messenger messenger;
  private final Notices notices;

  /**
   * Makes the app.
   *
   * @param registry to tell how a form's answers are typed
   */
  public SlackApp(Bot bot, CommandRegistry registry, Texts texts, SlackOptions options) {
    this(bot, registry, texts, options, SignsOfLife.AFTER);
  }

  /**
   * Makes the app.
   *
   * @param wondering after how long somebody who waits is told that something is happening
   */
  SlackApp(
      Bot bot, CommandRegistry registry, Texts texts, SlackOptions options, Duration wondering) {
    this.signature = options.signingSecret().map(secret -> new Signature(secret, options.clock()));
    this.web = new SlackWeb(options);
    this.threads = new InFlight(InFlight.MOST, LONGEST_GOODBYE);
    this.hosts = new SlackHosts(options.apiUrl());
    Lookups lookups = new Lookups(web);
    Surroundings surroundings =
        new Surroundings(
            new Channels(lookups, options.clock(), Thread::startVirtualThread),
            new UserGroups(lookups, options.clock(), Thread::startVirtualThread));
    Function<Caller, Locale> language =
        options
            .language()
            .orElseGet(
                () -> new Languages(lookups, options.clock(), Thread::startVirtualThread)::of);
    Desk desk =
        new Desk(
            bot,
            new DirectFiles(new Uploads(web, hosts), hosts, options.clock()),
            new CardRenderer(texts, options.names(), registry),
            language);
    Modals modals = new Modals(texts, options.names());
    Remarks remarks = new Remarks(texts, options.names(), language);
    WebAnswers calls = new WebAnswers(web);
    this.late = new LateAnswers(web, calls, modals, remarks);
    SignsOfLife signs = new SignsOfLife(late, modals, calls, remarks, wondering);
    Home home = new Home(bot, desk, calls, threads, options.clock());
    Turns turns =
        new Turns(desk, late, signs, new Shares(late, calls, remarks), surroundings, home);
    FormDoor forms = new FormDoor(new FormCommands(registry), calls, modals, language);
    Commands commands = new Commands(bot, turns, forms, options, threads);
    Presses presses = new Presses(bot, turns, forms, hosts, threads);
    Submissions submissions = new Submissions(bot, turns, modals, options.patience(), threads);
    Shortcuts shortcuts = new Shortcuts(bot, turns, hosts, threads);
    Mentions mentions = new Mentions(bot, turns, threads);
    this.notices = new SlackNotices(desk, calls);
    this.messenger = new SlackMessenger(desk, late, surroundings, hosts);
    AppConfig config = config();
    // No other middleware: Bolt's asks Slack who we are before it acknowledges anything.
    this.bolt = new App(config, web.slack(), List.of(new SSLCheck(null)));
    bolt.command(EVERY_COMMAND, (request, _) -> commands.answer(request.getPayload()));
    bolt.blockAction(EVERY_BUTTON, (request, _) -> presses.answer(request.getPayload()));
    bolt.viewSubmission(
        Modals.FORM, (request, context) -> submissions.answer(request.getPayload(), context));
    bolt.messageShortcut(Shortcuts.LOOKUP, (request, _) -> shortcuts.answer(request.getPayload()));
    bolt.event(AppMentionEvent.class, (payload, _) -> mentions.answer(payload));
    bolt.event(AppHomeOpenedEvent.class, (payload, _) -> home.opened(payload));
    Leavings leavings = new Leavings(options, threads);
    bolt.event(AppUninstalledEvent.class, (payload, _) -> leavings.removed(payload));
    bolt.event(TokensRevokedEvent.class, (payload, _) -> leavings.revoked(payload));
    bolt.start();
    this.parser = new SlackRequestParser(config);
  }

  /** Posts to those whom nobody answered yet. */
  public Messenger messenger() {
    return messenger;
  }

  /** Tells people what they have not just asked for. */
  public Notices notices() {
    return notices;
  }

  /** Bolt's settings, none of them from the environment. */
  private static AppConfig config() {
    return AppConfig.builder()
        .slack(null)
        .singleTeamBotToken(null)
        .signingSecret(null)
        .clientId(null)
        .clientSecret(null)
        .redirectUri(null)
        .build();
  }

  /**
   * Answers one POST.
   *
   * @param headers by their names, in any case
   * @param body the bytes as they came, over which the signature was made
   */
  public SlackResponse handle(Map<String, List<String>> headers, byte[] body) {
    if (body.length > LARGEST_BODY) {
      return SlackResponse.bare(413);
    }
    boolean isSigned = signature.filter(one -> one.isGood(headers, body)).isPresent();
    String text = new String(body, UTF_8);
    Shape shape = Shape.of(text);
    if (!isSigned && shape != Shape.CERTIFICATE_CHECK) {
      return SlackResponse.bare(401);
    }
    return switch (shape) {
      case GARBAGE -> SlackResponse.bare(400);
      case NOT_FOR_US -> SlackResponse.bare(200);
      case COMMAND,
          PRESS,
          SUBMISSION,
          SHORTCUT,
          MENTION,
          HOME,
          LEAVING,
          CHALLENGE,
          CERTIFICATE_CHECK ->
          throughBolt(headers, text);
    };
  }

  /** Opens Slack's socket, and keeps it open until what is returned is closed, before this. */
  public SlackSocket openSocket(Secret appToken) {
    return openSocket(appToken, SocketPace.usual());
  }

  SlackSocket openSocket(Secret appToken, SocketPace pace) {
    return new SlackSocket(this, new SocketDoor(web, hosts, appToken), threads, pace);
  }

  /** Answers what came through the socket, which only Slack can write to. */
  SlackResponse answer(String body) {
    if (body.length() > LARGEST_BODY) {
      return SlackResponse.bare(413);
    }
    return switch (Shape.of(body)) {
      case GARBAGE, CHALLENGE, CERTIFICATE_CHECK -> SlackResponse.bare(400);
      case NOT_FOR_US -> SlackResponse.bare(200);
      case COMMAND, PRESS, SUBMISSION, SHORTCUT, MENTION, HOME, LEAVING ->
          throughBolt(Map.of(), body);
    };
  }

  /** Sends what could not go with an acknowledgement to the address that came with the request. */
  void answerLate(String body, String message) {
    Shape.answersAt(body)
        .flatMap(address -> AnswerAddress.of(address, hosts))
        .ifPresent(address -> late.again(address, message));
  }

  private SlackResponse throughBolt(Map<String, List<String>> headers, String body) {
    try {
      Request<?> request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri("/slack/events")
                  .requestBody(body)
                  .headers(new RequestHeaders(headers))
                  .build());
      Response response = bolt.run(request);
      String answer = response.getBody() == null ? "" : response.getBody();
      return SlackResponse.of(response.getStatusCode(), response.getContentType(), answer);
    } catch (IllegalArgumentException notOurs) {
      return SlackResponse.bare(400);
    } catch (RejectedExecutionException full) {
      LOG.warn("too much at a time; a request was not taken");
      return SlackResponse.bare(503);
    } catch (Exception failure) {
      // Its message may quote the payload.
      LOG.error("Bolt failed: {}", failure.getClass().getName());
      return SlackResponse.bare(500);
    }
  }

  /**
   * Lets what was begun come to its end, for a minute and a half at most: a change may be on its
   * way.
   */
  @Override
  public void close() {
    threads.close();
    bolt.stop();
    web.close();
  }
}

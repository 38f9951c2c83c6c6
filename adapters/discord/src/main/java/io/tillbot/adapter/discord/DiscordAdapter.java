package io.tillbot.adapter.discord;

import io.tillbot.core.Bot;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Messenger;
import io.tillbot.core.port.Notices;
import io.tillbot.core.port.Texts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord, from its start until it is closed. It reads no messages: it asks for no
 * gateway intent, so that it hears of its own commands and buttons alone. Each is answered on a
 * virtual thread of its own.
 */
public final class DiscordAdapter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Duration patience;
  private final ExecutorService threads;
  private final Gate gate;
  private final JDA jda;
  private final Messenger messenger;
  private final Notices notices;

  private DiscordAdapter(
      Duration patience,
      ExecutorService threads,
      Gate gate,
      JDA jda,
      Messenger messenger,
      Notices notices) {
    this.patience = patience;
    this.threads = threads;
    this.gate = gate;
    this.jda = jda;
    this.messenger = messenger;
    this.notices = notices;
  }

  /**
   * Connects, and registers the catalogue where it is not. Blocks until the bot can be used. A
   * registration that Discord refuses is logged and leaves the earlier one in use.
   *
   * @throws DiscordException when the token is not valid, or Discord does not answer in time
   */
  public static DiscordAdapter start(
      DiscordOptions options, Bot bot, CommandRegistry registry, Texts texts) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-", 0).factory());
    Gate gate = new Gate();
    SlashLines lines = new SlashLines(registry, new LocalNames(texts));
    Presenter presenter = new Presenter(bot, new CardRenderer(texts, lines));
    CompletableFuture<JDA> connected = new CompletableFuture<>();
    Mailbox mailbox = new Mailbox(connected::join, presenter);
    Languages languages = new Languages();
    Interactions interactions =
        new Interactions(
            bot,
            presenter,
            new Pace(threads, mailbox),
            gate,
            languages,
            new Modals(registry, presenter));
    try {
      JDA jda =
          ready(
              options,
              threads,
              interactions,
              new Completions(bot, texts, gate),
              new ConnectionLog());
      connected.complete(jda);
      new Registrar(jda).register(new CommandMenu(texts).of(registry), options.guilds());
      return new DiscordAdapter(
          options.patience(),
          threads,
          gate,
          jda,
          new DiscordMessenger(jda, presenter, mailbox),
          new DiscordNotices(mailbox, languages));
    } catch (DiscordException notStarted) {
      threads.shutdownNow();
      throw notStarted;
    }
  }

  /** Posts to those whom nobody answered yet. */
  public Messenger messenger() {
    return messenger;
  }

  /** Tells people what they have not just asked for. */
  public Notices notices() {
    return notices;
  }

  private static JDA ready(DiscordOptions options, ExecutorService threads, Object... listeners) {
    JDA jda = connected(options, threads, listeners);
    Future<JDA> ready = threads.submit(() -> jda.awaitReady());
    try {
      return ready.get(options.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      jda.shutdownNow();
      throw new DiscordException("stopped while connecting to Discord", stopped);
    } catch (ExecutionException | TimeoutException failed) {
      jda.shutdownNow();
      throw new DiscordException(
          "Discord's gateway was not ready within %d s".formatted(options.patience().toSeconds()));
    }
  }

  private static JDA connected(
      DiscordOptions options, ExecutorService threads, Object... listeners) {
    JDABuilder builder =
        JDABuilder.createLight(options.token().reveal(), EnumSet.noneOf(GatewayIntent.class))
            .setEventPool(threads, false)
            .setCallbackPool(threads, false)
            .setRateLimitElastic(threads, false)
            .setEnableShutdownHook(false)
            .addEventListeners(listeners);
    options
        .api()
        .ifPresent(api -> builder.setRestConfig(new RestConfig().setBaseUrl(api.toString())));
    options
        .gateway()
        .ifPresent(
            gateway ->
                builder
                    .setSessionController(new RedirectedGateway(gateway))
                    .setCompression(Compression.NONE));
    try {
      return builder.build();
    } catch (InvalidTokenException refused) {
      throw new DiscordException("Discord does not accept the bot's token", refused);
    } catch (RuntimeException failed) {
      throw new DiscordException("Discord cannot be reached: " + Failures.reason(failed));
    }
  }

  /**
   * Takes no more commands, lets those that run finish, and disconnects. Waits no longer than the
   * options say.
   */
  @Override
  public void close() {
    try {
      if (!gate.close(patience)) {
        LOG.warn("commands still run; their answers are lost");
        threads.shutdownNow();
      }
      jda.shutdown();
      if (!jda.awaitShutdown(GOODBYE)) {
        jda.shutdownNow();
      }
      // JDA tells its end on one of these threads, even after it; idle, they hold nothing.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
      jda.shutdownNow();
    }
  }
}

package io.tillbot.adapter.discord;

import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what became of the connection, and what an operator can do about it: {@code
 * discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes}.
 */
final class ConnectionLog extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    LOG.warn("the connection to Discord broke; it is being made again");
  }

  @Override
  public void onSessionInvalidate(SessionInvalidateEvent event) {
    LOG.warn("Discord ended the session; commands that were given meanwhile are lost");
  }

  @Override
  public void onSessionResume(SessionResumeEvent event) {
    LOG.info("connected to Discord again, nothing was lost");
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    LOG.info("connected to Discord again, with a new session");
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    @Nullable CloseCode code = event.getCloseCode();
    if (code != null && !code.isReconnect()) {
      LOG.error("Discord ended the connection for good ({}): {}", code.getCode(), mended(code));
    }
  }

  /** What an operator does about it. */
  static String mended(CloseCode code) {
    return switch (code) {
      case AUTHENTICATION_FAILED ->
          "the token is no longer valid; copy the present one from the developer portal (Bot, Reset"
              + " Token) to discord.token, and start again";
      case DISALLOWED_INTENTS, INVALID_INTENTS ->
          "the bot asks for no intent that needs an approval; is another program running with its"
              + " token?";
      case SHARDING_REQUIRED, INVALID_SHARD ->
          "the bot is in more servers than one connection may serve; take it out of some";
      default -> code.getMeaning();
    };
  }
}

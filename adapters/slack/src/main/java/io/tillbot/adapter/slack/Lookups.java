package io.tillbot.adapter.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks things up in Slack that an answer can do without. Why it does not work is logged once for
 * each method and reason: it is mostly a scope that was not granted, or a channel that the app is
 * not in. Safe for many threads.
 */
final class Lookups {
  private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);

  /** Longer than any call: for what an answer depends on. */
  static final Duration PATIENCE = SlackWeb.LONGEST_CALL.plusSeconds(1);

  private static final int MOST_COMPLAINTS = 100;

  private final SlackWeb web;
  private final Set<String> complaints = ConcurrentHashMap.newKeySet();

  Lookups(SlackWeb web) {
    this.web = web;
  }

  /** One call. */
  interface Call<T> {
    T ask(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * Asks with the token of the caller's workspace; never throws.
   *
   * @param method its name in the log
   * @return nothing where Slack does not tell it
   */
  <T extends SlackApiTextResponse> Optional<T> ask(String method, Caller caller, Call<T> call) {
    try {
      T response = call.ask(web.methods(caller));
      if (response.isOk()) {
        return Optional.of(response);
      }
      complain(method, Value.echo(String.valueOf(response.getError())).text());
    } catch (SlackApiException refused) {
      complain(method, "status " + refused.getResponse().code());
    } catch (IOException | RuntimeException lost) {
      // Its message may quote what was asked.
      complain(method, lost.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private void complain(String method, String why) {
    if (complaints.size() < MOST_COMPLAINTS && complaints.add(method + " " + why)) {
      LOG.warn("{} tells nothing: {}; it is done without, and this is not said again", method, why);
    }
  }
}

package io.tillbot.adapter.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows messages and views by the Web API. A call says what went wrong, or nothing where Slack took
 * it; it never throws, and what it says names nobody.
 *
 * <p>Needs the scopes {@code chat:write} and, for a person's own conversation, {@code im:write}; a
 * view needs none.
 */
final class WebAnswers {
  private static final String NO_ANSWER = "no answer";

  /** What Slack says where a view has changed since. */
  static final String CHANGED = "hash_conflict";

  private final SlackWeb web;

  WebAnswers(SlackWeb web) {
    this.web = web;
  }

  /**
   * Into the person's own conversation with the app. <a
   * href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
   */
  Optional<String> direct(Caller caller, Message message) {
    return trouble(
        caller,
        methods -> {
          ConversationsOpenResponse opened =
              methods.conversationsOpen(request -> request.users(List.of(caller.user())));
          return opened.isOk()
              ? posted(methods, opened.getChannel().getId(), null, message)
              : opened;
        });
  }

  /** Into a channel or a thread, for everybody there. */
  Optional<String> forAll(Caller caller, String channel, Optional<String> thread, Message message) {
    return trouble(caller, methods -> posted(methods, channel, thread.orElse(null), message));
  }

  private static SlackApiTextResponse posted(
      MethodsClient methods, String channel, @Nullable String thread, Message message)
      throws IOException, SlackApiException {
    return methods.chatPostMessage(
        request ->
            request
                .channel(channel)
                .threadTs(thread)
                .text(message.text())
                .blocks(message.blocks())
                .unfurlLinks(false)
                .unfurlMedia(false));
  }

  /**
   * Into a channel or a thread, for the eyes of one person alone. <a
   * href="https://docs.slack.dev/reference/methods/chat.postEphemeral">chat.postEphemeral</a>
   */
  Optional<String> ephemeral(
      Caller caller, String channel, Optional<String> thread, Message message) {
    return trouble(
        caller,
        methods ->
            methods.chatPostEphemeral(
                request ->
                    request
                        .channel(channel)
                        .user(caller.user())
                        .threadTs(thread.orElse(null))
                        .text(message.text())
                        .blocks(message.blocks())));
  }

  /**
   * In place of what a view shows. <a
   * href="https://docs.slack.dev/reference/methods/views.update">views.update</a>
   *
   * @param hash only if it has not changed since; empty for whatever it shows
   */
  Optional<String> update(Caller caller, String id, Optional<String> hash, View view) {
    return trouble(
        caller,
        methods ->
            methods.viewsUpdate(request -> request.viewId(id).hash(hash.orElse(null)).view(view)));
  }

  /**
   * Shows somebody their page. <a
   * href="https://docs.slack.dev/reference/methods/views.publish">views.publish</a>
   */
  Optional<String> publish(Caller caller, View view) {
    return trouble(
        caller,
        methods -> methods.viewsPublish(request -> request.userId(caller.user()).view(view)));
  }

  /** What came of opening a view: one of the two is there. */
  record Opened(Optional<String> id, Optional<String> trouble) {}

  /**
   * Opens a view, within three seconds from when the trigger was made. <a
   * href="https://docs.slack.dev/reference/methods/views.open">views.open</a>
   */
  Opened open(Caller caller, String trigger, View view) {
    AtomicReference<@Nullable String> id = new AtomicReference<>();
    Optional<String> trouble =
        trouble(
            caller,
            methods -> {
              ViewsOpenResponse opened =
                  methods.viewsOpen(request -> request.triggerId(trigger).view(view));
              id.set(opened.isOk() ? opened.getView().getId() : null);
              return opened;
            });
    return new Opened(Optional.ofNullable(id.get()), trouble);
  }

  /** One call, or a few. */
  private interface Call {
    SlackApiTextResponse answer(MethodsClient methods) throws IOException, SlackApiException;
  }

  private Optional<String> trouble(Caller caller, Call call) {
    try {
      SlackApiTextResponse response = call.answer(web.methods(caller));
      return response.isOk()
          ? Optional.empty()
          : Optional.of(Plain.of(String.valueOf(response.getError())));
    } catch (SlackApiException refused) {
      return Optional.of("status " + refused.getResponse().code());
    } catch (NotInstalledException nowhere) {
      return Optional.of("not installed there");
    } catch (IOException lost) {
      // Its message may name an address that is a secret.
      return Optional.of(NO_ANSWER);
    }
  }
}

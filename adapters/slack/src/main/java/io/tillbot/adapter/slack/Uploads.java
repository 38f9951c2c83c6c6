package io.tillbot.adapter.slack;

import com.google.gson.Gson;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.util.json.GsonFactory;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads files and shares them in one conversation, by the three methods themselves: the library's
 * own way asks for the files afterwards, which needs the scope {@code files:read}. <a
 * href="https://docs.slack.dev/messaging/working-with-files#uploading_files">Uploading files</a>
 *
 * <p>Needs the scopes {@code im:write} and {@code files:write}.
 */
final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final int TOO_MANY = 429;
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private final SlackWeb web;
  private final SlackHosts hosts;

  Uploads(SlackWeb web, SlackHosts hosts) {
    this.web = web;
    this.hosts = hosts;
  }

  /** The conversation between that person and the app. */
  String conversation(Caller caller) throws NotSentException {
    ConversationsOpenResponse opened =
        told(
            () ->
                web.methods(caller)
                    .conversationsOpen(request -> request.users(List.of(caller.user()))));
    return opened.getChannel().getId();
  }

  /** Uploads it, so that it can be shared; its id. */
  String upload(Caller caller, Attachment file) throws NotSentException {
    FilesGetUploadURLExternalResponse place =
        told(
            () ->
                web.methods(caller)
                    .filesGetUploadURLExternal(
                        request -> request.filename(file.name()).length(file.document().size())));
    post(place.getUploadUrl(), file);
    return place.getFileId();
  }

  /**
   * Shares files that were uploaded, as one message. Slack has taken it then; people see it a
   * moment later.
   *
   * @param names by the files' ids
   * @param card what the message says; empty for the files alone
   * @return where one of them is found, where Slack tells it
   */
  Optional<URI> share(
      Caller caller, String channel, Map<String, String> names, Optional<Message> card)
      throws NotSentException {
    List<Map<String, String>> files = new ArrayList<>();
    names.forEach((id, name) -> files.add(Map.of("id", id, "title", name)));
    FilesCompleteUploadExternalResponse shared =
        told(
            () ->
                // The library's own request has no blocks.
                web.call(
                    caller,
                    "files.completeUploadExternal",
                    form -> {
                      form.add("files", GSON.toJson(files)).add("channel_id", channel);
                      card.ifPresent(message -> form.add("blocks", GSON.toJson(message.blocks())));
                      return form;
                    },
                    FilesCompleteUploadExternalResponse.class));
    return Optional.ofNullable(shared.getFiles()).stream()
        .flatMap(List::stream)
        .map(com.slack.api.model.File::getPermalink)
        .filter(Objects::nonNull)
        .flatMap(link -> hosts.page(link).stream())
        .findFirst();
  }

  private void post(String given, Attachment file) throws NotSentException {
    int status;
    try {
      URI address = URI.create(given);
      if (!hosts.filesAt(address)) {
        LOG.error("Slack named an address for files that is not Slack's; nothing was sent there");
        throw new NotSentException(Text.of("slack.file.no-answer"), "");
      }
      status = web.post(address, file.mediaType(), file.document().content());
    } catch (NotSentException known) {
      throw known;
    } catch (IOException | IllegalArgumentException failure) {
      // Its message may name an address that is a secret.
      LOG.warn("a file was not sent: {}", failure.getClass().getSimpleName());
      throw new NotSentException(Text.of("slack.file.no-answer"), "");
    }
    if (status / 100 != 2) {
      LOG.warn("a file was not sent: its upload was answered with status {}", status);
      throw new NotSentException(Text.of("slack.file.no-answer"), "");
    }
  }

  /** One call. */
  private interface Call<T> {
    T ask() throws IOException, SlackApiException;
  }

  private static <T extends SlackApiTextResponse> T told(Call<T> call) throws NotSentException {
    T response;
    try {
      response = call.ask();
    } catch (SlackApiException failure) {
      int status = failure.getResponse().code();
      LOG.warn("a file was not sent: Slack answered with status {}", status);
      throw new NotSentException(
          Text.of(status == TOO_MANY ? "slack.file.busy" : "slack.file.no-answer"), "");
    } catch (IOException failure) {
      LOG.warn("a file was not sent: {}", failure.getClass().getSimpleName());
      throw new NotSentException(Text.of("slack.file.no-answer"), "");
    }
    if (!response.isOk()) {
      String code = String.valueOf(response.getError());
      LOG.warn("a file was not sent: Slack says {}", Value.echo(code).text());
      throw new NotSentException(Text.of("slack.file.slack-says", Value.echo(code)), code);
    }
    return response;
  }
}

package io.tillbot.adapter.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import io.tillbot.core.access.Caller;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files to a person's own conversation with the app, wherever the command was given: a
 * message for one person's eyes cannot carry a file, and in a channel everybody would see it. <a
 * href="https://docs.slack.dev/messaging/working-with-files#uploading_files">Uploading files</a>
 *
 * <p>Needs the scopes {@code im:write} and {@code files:write}.
 */
final class DirectFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DirectFiles.class);
  private static final int TOO_MANY = 429;

  private final SlackWeb web;
  private final SlackHosts hosts;

  DirectFiles(SlackWeb web, SlackHosts hosts) {
    this.web = web;
    this.hosts = hosts;
  }

  /** Sends the file and says, in a sentence, what became of it; never throws. */
  Text send(Caller caller, Attachment file) {
    try {
      upload(caller, file);
      return Text.of("slack.file.sent", Value.data(file.name()));
    } catch (NotSentException failure) {
      return notSent(file, failure.why);
    } catch (SlackApiException failure) {
      int status = failure.getResponse().code();
      LOG.warn("a file was not sent: Slack answered with status {}", status);
      return notSent(
          file, status == TOO_MANY ? Text.of("slack.file.busy") : Text.of("slack.file.no-answer"));
    } catch (IOException failure) {
      // Its message may name an address that is a secret.
      LOG.warn("a file was not sent: {}", failure.getClass().getSimpleName());
      return notSent(file, Text.of("slack.file.no-answer"));
    }
  }

  private void upload(Caller caller, Attachment file) throws IOException, SlackApiException {
    MethodsClient methods = web.methods(caller);
    ConversationsOpenResponse opened =
        good(methods.conversationsOpen(request -> request.users(List.of(caller.user()))));
    FilesGetUploadURLExternalResponse place =
        good(
            methods.filesGetUploadURLExternal(
                request -> request.filename(file.name()).length(file.document().size())));
    post(place.getUploadUrl(), file);
    good(
        methods.filesCompleteUploadExternal(
            request ->
                request
                    .channelId(opened.getChannel().getId())
                    .files(
                        List.of(
                            FileDetails.builder()
                                .id(place.getFileId())
                                .title(file.name())
                                .build()))));
  }

  private void post(String given, Attachment file) throws IOException {
    URI address = URI.create(given);
    if (!hosts.filesAt(address)) {
      LOG.error("Slack named an address for files that is not Slack's; nothing was sent there");
      throw new NotSentException(Text.of("slack.file.no-answer"));
    }
    int status = web.post(address, file.mediaType(), file.document().content());
    if (status / 100 != 2) {
      LOG.warn("a file was not sent: its upload was answered with status {}", status);
      throw new NotSentException(Text.of("slack.file.no-answer"));
    }
  }

  private static <T extends SlackApiTextResponse> T good(T response) throws NotSentException {
    if (!response.isOk()) {
      String code = String.valueOf(response.getError());
      LOG.warn("a file was not sent: Slack says {}", Value.echo(code).text());
      throw new NotSentException(Text.of("slack.file.slack-says", Value.echo(code)));
    }
    return response;
  }

  private static Text notSent(Attachment file, Text why) {
    return Text.of("slack.file.not-sent", Value.data(file.name()), why);
  }

  /** A file did not get there, and why. */
  private static final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;

    private NotSentException(Text why) {
      super("not sent", null);
      this.why = why;
    }
  }
}

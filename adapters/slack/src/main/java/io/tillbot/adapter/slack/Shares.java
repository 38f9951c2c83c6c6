package io.tillbot.adapter.slack;

import io.tillbot.adapter.slack.AnswerAddress.InChannel;
import io.tillbot.adapter.slack.AnswerAddress.InView;
import io.tillbot.adapter.slack.AnswerAddress.ResponseUrl;
import io.tillbot.adapter.slack.Message.Placing;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a card for everybody where its owner asked for that; the owner's own card stays as it is.
 */
final class Shares {
  private static final Logger LOG = LoggerFactory.getLogger(Shares.class);

  private final LateAnswers late;
  private final WebAnswers calls;
  private final Remarks remarks;

  Shares(LateAnswers late, WebAnswers calls, Remarks remarks) {
    this.late = late;
    this.calls = calls;
    this.remarks = remarks;
  }

  /** Shows it to everybody there; where that fails, the owner alone is told. */
  void share(Recipient to, Message card) {
    Message forAll = remarks.shared(to.caller(), card);
    if (!isShared(to, forAll)) {
      late.send(to, remarks.notShared(to.caller()), Placing.NEW);
    }
  }

  private boolean isShared(Recipient to, Message forAll) {
    return switch (to.address()) {
      // The address needs no membership of the channel, and knows no threads.
      case ResponseUrl(URI _, Optional<String> thread) ->
          thread.isPresent()
              ? isPosted(to, to.place().id(), thread, forAll)
              : late.there(to, forAll, Placing.FOR_ALL);
      case InChannel(String channel, Optional<String> thread) ->
          isPosted(to, channel, thread, forAll);
      case InView(String _, Optional<String> _, FormMemo memo) ->
          !memo.channel().isEmpty() && isPosted(to, memo.channel(), Optional.empty(), forAll);
      case AnswerAddress.Direct() -> false;
    };
  }

  private boolean isPosted(Recipient to, String channel, Optional<String> thread, Message forAll) {
    Optional<String> trouble = calls.forAll(to.caller(), channel, thread, forAll);
    trouble.ifPresent(why -> LOG.warn("a card was not shared: {}", why));
    return trouble.isEmpty();
  }
}

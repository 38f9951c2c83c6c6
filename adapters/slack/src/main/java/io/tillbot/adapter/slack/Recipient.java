package io.tillbot.adapter.slack;

import io.tillbot.core.access.Caller;

/** Somebody who waits for an answer, and where it goes. */
record Recipient(Caller caller, AnswerAddress address) {}

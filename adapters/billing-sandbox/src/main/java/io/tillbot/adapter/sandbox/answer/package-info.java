/** Answers as a neutral tree, and their writing as JSON in every shape that was seen. */
@NullMarked
package io.tillbot.adapter.sandbox.answer;

import org.jspecify.annotations.NullMarked;

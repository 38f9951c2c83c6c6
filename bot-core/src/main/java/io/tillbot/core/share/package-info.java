/** What a person shows others of an answer that was for them alone. */
@NullMarked
package io.tillbot.core.share;

import org.jspecify.annotations.NullMarked;

/** What an account needs its owner to know, on one card: made of what other commands show. */
@NullMarked
package io.tillbot.core.overview;

import org.jspecify.annotations.NullMarked;

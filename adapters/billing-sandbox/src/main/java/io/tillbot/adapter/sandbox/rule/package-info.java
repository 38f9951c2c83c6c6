/** The rules of the 24 methods and of auth.php, one class for each group of methods. */
@NullMarked
package io.tillbot.adapter.sandbox.rule;

import org.jspecify.annotations.NullMarked;

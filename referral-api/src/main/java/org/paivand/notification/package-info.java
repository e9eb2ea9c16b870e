/** That something happened, told to agencies without a word of what: by a feed that their systems read. */
@NullMarked
package org.paivand.notification;

import org.jspecify.annotations.NullMarked;

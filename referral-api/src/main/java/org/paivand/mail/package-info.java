/** That something happened, told by e-mail to whom an agency names, without a word of what, to whom or by whom. */
@NullMarked
package org.paivand.mail;

import org.jspecify.annotations.NullMarked;

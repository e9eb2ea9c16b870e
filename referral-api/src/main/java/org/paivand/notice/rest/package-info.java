/** NoticeTexts over HTTP. */
@NullMarked
package org.paivand.notice.rest;

import org.jspecify.annotations.NullMarked;

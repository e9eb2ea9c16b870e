package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the person does alone, with the number on a receipt. */
record ReadingByNumber(Cast cast, Narrator narrator, Trail trail, PersonsPage pages) {
    private static final Pattern NUMBER = Pattern.compile("class=\"code\">([0-9 ]{27})<");

    void play(String caseId, String referralId) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading(
                "Meanwhile. The person reads who received what, takes it back, and undoes that; without an account");
        Answer receipt = narrator.see(
                "the officer prints a receipt with a number",
                trail.left(cast.police().receipt(caseId), "person-access", "the number that was issued"),
                201);
        List<String> numbers = NUMBER.matcher(receipt.text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        narrator.see("it shows two numbers, once", numbers.size() == 2);
        Answer status = narrator.see("the person types the first", pages.enter(numbers.get(0)), 200);
        narrator.see(
                "the page says that an organisation received something, and neither its name, a value nor the number",
                status.text().contains("an organisation that helps")
                        && !status.text().contains("Support Centre")
                        && !status.text().contains(numbers.get(0))
                        && Sample.values("identity", "contact", "safety").stream()
                                .noneMatch(status.text()::contains));
        takeBackAndUndo(status, referralId);
        Answer hours = narrator.see(
                "somebody makes the person show a page: the second number", pages.enter(numbers.get(1)), 200);
        narrator.see(
                "it shows opening hours",
                hours.text().contains("Opening hours") && !hours.text().contains("take-back"));
        narrator.see("a number that nobody has", pages.enter("000 000 000 000 000 000 097"), 403);
    }

    private void takeBackAndUndo(Answer status, String referralId)
            throws IOException, InterruptedException, UnexpectedException {
        Answer asked = narrator.see("takes it back; the page asks once more", pages.press(status, "take-back"), 200);
        Answer done = narrator.see("yes", pages.press(asked, "yes-take-back"), 200);
        narrator.see(
                cast.shelter().worker() + " pulls contact",
                trail.left(cast.shelter().pull(referralId, "contact"), "denial", "contact, taken back by number"),
                403,
                "release-refused");
        Answer again = narrator.see("undoes it; the page asks once more", pages.press(done, "restore"), 200);
        narrator.see("yes", pages.press(again, "yes-restore"), 200);
        narrator.see(
                cast.shelter().worker() + " pulls contact again",
                trail.left(cast.shelter().pull(referralId, "contact"), "disclosure", "contact, after the undoing"),
                200);
    }
}

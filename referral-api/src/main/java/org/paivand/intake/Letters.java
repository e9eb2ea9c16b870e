package org.paivand.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.DayKeys;
import org.paivand.intake.json.LetterJson;

/** Letters behind the key of their day. */
public final class Letters {
    private final DayKeys keys;

    public Letters(DayKeys keys) {
        this.keys = keys;
    }

    byte[] seal(LocalDate day, UUID id, Letter letter) throws CaseKeyException {
        return keys.seal(day, id, LetterJson.write(letter));
    }

    /** @throws org.paivand.casefile.key.ShreddedException if its time is over, whatever a restored database still holds */
    Letter open(UUID id, byte[] sealed) throws CaseKeyException {
        return LetterJson.read(keys.open(id, sealed));
    }

    /** Nothing of the days before can be read any more, not even in a backup of the database. */
    void forgetBefore(LocalDate day) throws CaseKeyException {
        int unusedDays = keys.destroyBefore(day);
    }
}

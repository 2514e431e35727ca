package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.Map;

/**
 * First six digits of an ID number: the county that gave it out, by the code it had then.
 *
 * <p>Ulanqab was a league (1526) until December 2003. Fengzhen county (152628) became Fengzhen city
 * (152602) in 1990. Checked against the yearly lists of the Ministry of Civil Affairs (github
 * cn/GB2260, mca/198412.tsv and mca/200212.tsv); the days are by memory.
 */
final class AddressCodes {

    private static final LocalDate LEAGUE_ENDED = LocalDate.of(2003, 12, 1);
    private static final LocalDate FENGZHEN_BECAME_CITY = LocalDate.of(1990, 11, 15);

    private static final Map<String, String> OF_THE_LEAGUE =
            Map.of(
                    "150902", "152601", "150921", "152624", "150922", "152625", "150923", "152626",
                    "150924", "152627", "150925", "152629", "150926", "152630", "150927", "152631",
                    "150928", "152632", "150929", "152634");

    /** Elsewhere in Inner Mongolia, Hebei and Shanxi, codes since abolished among them. */
    private static final String[] ELSEWHERE_BEFORE_2003 = {
        "152621", "152622", "152623", "152633", "152501", "152524", "152527", "152528", "152529",
        "150102", "150121", "150202", "150221", "150222", "152701", "152801", "152104", "152301",
        "130722", "130723", "130725", "130728", "140221", "140222", "140226", "140602", "142225"
    };

    private static final String[] ELSEWHERE = {
        "150102", "150103", "150104", "150105", "150121", "150122", "150123", "150124", "150125",
        "150203", "150204", "150221", "150222", "150223", "150502", "150602", "150702", "152201",
        "152501", "152502", "152524", "152527", "152528", "130722", "130723", "130725", "130728",
        "140221", "140222", "140226", "140623"
    };

    private AddressCodes() {}

    static String local(County county, LocalDate birth) {
        if (!birth.isBefore(LEAGUE_ENDED)) {
            return county.code();
        }
        if (county.code().equals("150981")) {
            return birth.isBefore(FENGZHEN_BECAME_CITY) ? "152628" : "152602";
        }
        return OF_THE_LEAGUE.get(county.code());
    }

    static String elsewhere(LocalDate birth, Dice dice) {
        return dice.pick(birth.isBefore(LEAGUE_ENDED) ? ELSEWHERE_BEFORE_2003 : ELSEWHERE);
    }
}

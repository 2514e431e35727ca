package org.lianji.bench.city;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a city, kin by kin; only the kin in hand is in memory. */
final class City implements AutoCloseable {

    /** Of each kind of case there is one for so many people. */
    private static final int PEOPLE_A_CASE = 500;

    private final Settings settings;
    private final Today today;
    private final Regions regions = Regions.load();
    private final RecordNumbers numbers = new RecordNumbers();
    private final Map<String, CsvFile> files = new LinkedHashMap<>();
    private final Truth truth;
    private final Tally tally;
    private final Dirt dirt;
    private Optional<Cases> cases = Optional.empty();

    City(Settings settings) throws IOException {
        this.settings = settings;
        this.today = new Today(settings.asOf());
        Files.createDirectories(settings.out().resolve("truth"));
        for (String code : Categories.codes()) {
            var path = settings.out().resolve(code + ".csv.gz");
            files.put(code, new CsvFile(path, Categories.header(code)));
        }
        this.truth = new Truth(settings.out().resolve("truth"));
        this.tally = new Tally(today);
        this.dirt = new Dirt(settings.errors());
    }

    void write() {
        var idNumbers = new IdNumbers(today.date());
        var kins = new Kins(today, regions, idNumbers);
        List<Source> sources = sources(idNumbers);
        Rows policies = new Rows(numbers, Dice.of(settings.seed(), -1));
        new Policies(today).write(regions, policies, Dice.of(settings.seed(), -2));
        write(policies, Dice.of(settings.seed(), -3));
        for (long no = 1; tally.registered() < settings.people(); no++) {
            Dice dice = Dice.of(settings.seed(), no);
            Kin kin = kins.make(no, dice.split());
            Rows rows = new Rows(numbers, dice.split());
            for (Source source : sources) {
                source.write(kin, rows, dice.split());
            }
            write(rows, dice.split());
            truth.add(kin, rows);
            tally.add(kin);
        }
    }

    /** The last see what all others wrote. */
    private List<Source> sources(IdNumbers idNumbers) {
        var sources =
                new ArrayList<>(
                        List.<Source>of(
                                new PoliceRows(today),
                                new DeathRows(today),
                                new DibaoRows(today),
                                new HardshipRows(today),
                                new ReliefRows(today),
                                new ChildRows(today),
                                new SubsidyRows(today),
                                new MarriageRows(today, idNumbers),
                                new MeansCheckRows(today),
                                new CharityRows(today),
                                new SchoolRows(today),
                                new StudentAidRows(today),
                                new EmploymentRows(today),
                                new InsuranceRows(today),
                                new HousingRows(today),
                                new PropertyRows(today),
                                new BusinessRows(today),
                                new HealthRows(today),
                                new MedicalRows(today),
                                new DisasterRows(today),
                                new FarmRows(today),
                                new DisabilityRows(today),
                                new Contradictions(today, regions),
                                new Unseen(today)));
        if (settings.cases()) {
            Cases more =
                    new Cases(
                            today,
                            idNumbers,
                            Math.max(2, settings.people() / PEOPLE_A_CASE),
                            settings.out().resolve("truth"));
            cases = Optional.of(more);
            sources.add(more);
        }
        return sources;
    }

    private void write(Rows rows, Dice dice) {
        for (Row right : rows.rows()) {
            var spoilt = dirt.spoil(right, dice);
            spoilt.ifPresent(wrong -> truth.spoilt(right, wrong));
            Row row = spoilt.map(Dirt.Spoilt::row).orElse(right);
            files.get(row.category()).line(row.common(), row.items());
        }
    }

    String report() {
        var text = new StringBuilder(tally.report());
        int sum = 0;
        for (String code : Categories.codes()) {
            text.append(code).append(' ').append(numbers.count(code)).append('\n');
            sum += numbers.count(code);
        }
        return text.append("records ").append(sum).append('\n').toString();
    }

    @Override
    public void close() {
        files.values().forEach(CsvFile::close);
        truth.close();
        cases.ifPresent(Cases::close);
    }
}

package glasshouse.bench.society;

import glasshouse.lab.population.Population;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.service.Need.Kind;
import glasshouse.lab.service.Offers;
import glasshouse.lab.service.Price;
import java.util.SplittableRandom;

/// Rides, volunteering, giving, shopping; more of what is believed to bring points.
final class DailyLife implements Behaviour {
    private static final float USUAL_INCOME = 450;

    private final SplittableRandom random;
    private final ScoreRules rules;
    private final Population.Conduct conduct;
    private final Population.Shopping shopping;
    private final Price discount;

    DailyLife(ObjectSociety society, Population population, Offers offers) {
        random = society.random();
        rules = society.rules();
        conduct = population.conduct();
        shopping = population.shopping();
        discount = offers.priceOf(Kind.PERCENT_OFF);
    }

    @Override
    public void act(Citizen citizen) {
        float eager = citizen.conformity * (float) conduct.stakeResponse();
        float usual = Math.max(0.2f, 2 - citizen.income / 500);
        double rides = conduct.rides() * usual * (1 + eager * rules.stake(Deed.RIDES));
        int ridden = Math.min(Chance.poisson(random, rides), Deed.RIDES.most());
        if (ridden > 0) {
            citizen.report(Deed.RIDES, ridden);
        }
        double sessions = conduct.volunteering() * citizen.civic;
        if (random.nextFloat() < sessions * (1 + eager * rules.stake(Deed.VOLUNTEERED))) {
            long hours = Math.round(conduct.sessionHours() * citizen.civic);
            citizen.report(Deed.VOLUNTEERED, (int) Math.max(1, hours));
        }
        if (random.nextFloat() < conduct.honesty() * citizen.honesty) {
            citizen.report(Deed.HONESTY, 1);
        }
        if (random.nextFloat() < conduct.giving() * citizen.civic) {
            long euros = Math.round(conduct.donation() * citizen.civic);
            citizen.report(Deed.DONATED, (int) Math.max(1, euros));
        }
        shop(citizen);
    }

    private void shop(Citizen citizen) {
        float eager = citizen.conformity * (float) shopping.stakeResponse();
        float basket = (float) shopping.basket() * citizen.income / USUAL_INCOME;
        double local = shopping.local() * (1 + eager * rules.stake(Deed.BOUGHT_LOCALLY));
        float cares = Math.max(0, 1 + eager * rules.stake(Deed.BOUGHT_IMPORTS));
        double imports = shopping.imports() * citizen.imports * cares;
        double loyal = shopping.loyal() * (1 + eager * rules.stake(Deed.BOUGHT_LOYALLY));
        int spent = buy(citizen, Deed.BOUGHT_LOCALLY, local, basket);
        spent += buy(citizen, Deed.BOUGHT_IMPORTS, imports, basket);
        spent += buy(citizen, Deed.BOUGHT_LOYALLY, loyal, basket);
        if (random.nextFloat() < shopping.workClothes()) {
            citizen.report(Deed.BOUGHT_WORK_CLOTHES, 20 + random.nextInt(100));
        }
        citizen.cost(-spent * discount.beyond(citizen.score, citizen.lists) / 100);
    }

    private int buy(Citizen citizen, Deed deed, double chance, float basket) {
        if (random.nextFloat() >= chance) {
            return 0;
        }
        int euros = Math.clamp(Math.round(basket * (0.5f + random.nextFloat())), 1, deed.most());
        citizen.report(deed, euros);
        return euros;
    }
}

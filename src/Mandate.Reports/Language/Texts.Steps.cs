namespace Mandate.Reports.Language;

/// <content>Words of steps and their outcomes.</content>
internal static partial class Texts
{
    private static readonly Dictionary<string, (string En, string Kk, string Ru)> Steps = new(StringComparer.Ordinal)
    {
        ["step.admit"] = ("Admission", "Жіберу", "Допуск"),
        ["step.join"] = ("The next list joins", "Келесі тізімнің қосылуы", "Присоединение следующего списка"),
        ["step.unite"] = ("Lists that count together", "Бірге саналатын тізімдер", "Списки, считаемые вместе"),
        ["step.size"] = ("Seats of the areas", "Аймақтардың орындары", "Места территорий"),
        ["step.distribute"] = ("Sharing out", "Үлестіру", "Распределение внутри"),
        ["step.level"] = ("Levelling seats", "Теңестіру орындары", "Выравнивающие места"),
        ["step.bonus"] = ("Bonus", "Қосымша орын", "Бонус"),
        ["step.allocate"] = ("Allocation of seats", "Орындарды бөлу", "Распределение мест"),
        ["step.correct"] = ("Correction", "Түзету", "Поправка"),
        ["step.require"] = ("Condition of validity", "Жарамдылық шарты", "Условие действительности"),
        ["step.elect"] = ("Election", "Сайлау", "Избрание"),
        ["step.fill"] = ("Who takes the seats", "Орындарды кім алады", "Кто занимает места"),
        ["step.tie"] = ("Tie", "Тең түсу", "Ничья"),
        ["bound.at-least"] = ("at least {limit}", "{limit} кем емес", "не менее {limit}"),
        ["bound.more-than"] = ("more than {limit}", "{limit} астам", "более {limit}"),
        ["admit.threshold"] = (
            "A list is admitted with {bound} of {of}: {needed} of {base}. {admitted} pass.",
            "Тізім {of} {bound} дауыс алса, жіберіледі: {base} ішінен {needed}. Өткен тізім саны: {admitted}.",
            "Список допускается, если набрал {bound} {of}: {needed} из {base}. Прошло: {admitted}."),
        ["admit.threshold-if"] = (
            "A list is admitted with {bound} of {of}. Of the base {base} is known and part is not; counted on what is known, {admitted} pass.",
            "Тізім {of} {bound} дауыс алса, жіберіледі. Негіздің белгілі бөлігі – {base}, қалғаны белгісіз; белгілі бөлігі бойынша өткен тізім саны: {admitted}.",
            "Список допускается, если набрал {bound} {of}. Из базы известно {base}, часть неизвестна; по известной части прошло: {admitted}."),
        ["admit.conditions"] = (
            "A list is admitted with {conditions}. {admitted} pass.",
            "Тізім мынадай жағдайда жіберіледі: {conditions}. Өткен тізім саны: {admitted}.",
            "Список допускается, если у него {conditions}. Прошло: {admitted}."),
        ["condition.share"] = ("{bound} of {of}", "{of} {bound} дауыс алса", "{bound} {of}"),
        ["condition.share-nation"] = ("{bound} of {of} nationwide", "бүкіл ел бойынша {of} {bound} дауыс алса", "{bound} {of} по стране"),
        ["condition.share-areas"] = ("{bound} of {of} in {areas} of: {area}", "{areas} аймақта ({area}) {of} {bound} дауыс алса", "{bound} {of} в {areas} из: {area}"),
        ["condition.quotas"] = ("{number} of the quota ({quota})", "дауысы кемінде {number} квота ({quota}) болса", "{number} квоты ({quota})"),
        ["condition.quotas-nation"] = (
            "{number} of the nationwide quota ({quota})",
            "бүкіл ел бойынша дауысы кемінде {number} квота ({quota}) болса",
            "{number} общенациональной квоты ({quota})"),
        ["condition.quotas-areas"] = (
            "{number} of the quota ({quota}) in {areas} of: {area}",
            "{areas} аймақта ({area}) дауысы кемінде {number} квота ({quota}) болса",
            "{number} квоты ({quota}) в {areas} из: {area}"),
        ["condition.seats"] = ("at least {number} seats won ({table})", "кемінде {number} орын алса ({table})", "не менее {number} полученных мест ({table})"),
        ["condition.tagged"] = ("the mark {tag}", "{tag} белгісі болса", "отметка: {tag}"),
        ["condition.parties"] = ("{number} parties behind it", "оны {number} партия ұсынса", "партий в списке: {number}"),
        ["condition.parties-least"] = ("{number} or more parties behind it", "оны кемінде {number} партия ұсынса", "партий в списке: {number} или больше"),
        ["condition.member"] = ("a place among: {table}", "мыналардың қатарында болса: {table}", "место среди: {table}"),
        ["term.minority"] = ("national minority", "ұлттық азшылық", "национальное меньшинство"),
        ["term.independent"] = ("independent", "тәуелсіз", "независимый"),
        ["area.constituency"] = ("constituencies", "сайлау округтері", "округа"),
        ["area.nation"] = ("the nation", "бүкіл ел", "страна"),
        ["area.land"] = ("Länder", "жерлер (Land)", "земли"),
        ["area.province"] = ("provinces", "провинциялар", "провинции"),
        ["area.region"] = ("regions", "өңірлер", "регионы"),
        ["unite.groups"] = ("{lists} groups of lists count as one each.", "Әрқайсысы бір тізімдей саналатын топтар: {lists}.", "Групп, считаемых как один список: {lists}."),
        ["unite.nobody"] = ("No lists count together.", "Бірге саналатын тізім жоқ.", "Вместе не считаются никакие списки."),
        ["size.quota"] = (
            "{seats} seats among {lists} areas by their numbers, {votes} in all. Quota ({method}): {quota}. Whole quotas give {whole}; the other {left} go one by one to the largest remainders.",
            "{lists} аймаққа олардың сандары (барлығы {votes}) бойынша {seats} орын бөлінеді. Квота ({method}): {quota}. Бүтін квоталар {whole} орын береді; қалған {left} орын бір-бірден ең үлкен қалдықтарға беріледі.",
            "{seats} мест между территориями ({lists}) по их числам, всего {votes}. Квота ({method}): {quota}. Целые квоты дают {whole}; остальные {left} по одному получают наибольшие остатки."),
        ["size.divisors"] = (
            "{seats} seats among {lists} areas by their numbers, {votes} in all, one at a time to the largest quotient ({method}: divisors {divisors}).",
            "{lists} аймаққа олардың сандары (барлығы {votes}) бойынша {seats} орын бір-бірден ең үлкен бөліндіге беріледі ({method}: бөлгіштер {divisors}).",
            "{seats} мест между территориями ({lists}) по их числам, всего {votes}, по одному наибольшему частному ({method}: делители {divisors})."),
        ["distribute.quota"] = (
            "{whose}: {seats} seats. Quota ({method}) over {votes} votes: {quota}. Whole quotas give {whole}; the other {left} go to the largest remainders.",
            "{whose}: {seats} орын. {votes} дауыс бойынша квота ({method}): {quota}. Бүтін квоталар {whole} орын береді; қалған {left} орын ең үлкен қалдықтарға беріледі.",
            "{whose}: мест {seats}. Квота ({method}) по {votes} голосам: {quota}. Целые квоты дают {whole}; остальные {left} получают наибольшие остатки."),
        ["distribute.divisors"] = (
            "{whose}: {seats} seats, one at a time to the largest quotient ({method}: divisors {divisors}).",
            "{whose}: {seats} орын бір-бірден ең үлкен бөліндіге беріледі ({method}: бөлгіштер {divisors}).",
            "{whose}: мест {seats}, по одному наибольшему частному ({method}: делители {divisors})."),
        ["level.placed"] = (
            "{seats} seats, each to the largest quotient over all lists and {areas} that still have one to come.",
            "{seats} орын, әрқайсысы әлі орны қалған тізімдер мен аймақтар ({areas}) бойынша ең үлкен бөліндіге беріледі.",
            "{seats} мест, каждое наибольшему частному среди списков и территорий ({areas}), которым ещё положено место."),
        ["bonus.first"] = ("{list} has the most votes, {votes}, and so {seats} seats more.", "{list} ең көп дауыс ({votes}) алды, сондықтан тағы {seats} орын алады.", "{list} получает больше всех голосов ({votes}) и потому ещё мест: {seats}."),
        ["allocate.whole"] = (
            "Quota ({method}): {quota}. Only whole quotas give seats: {whole} in all.",
            "Квота ({method}): {quota}. Тек бүтін квоталар орын береді: барлығы {whole}.",
            "Квота ({method}): {quota}. Места дают только целые квоты: всего {whole}."),
        ["allocate.enlarge"] = (
            "{lists}: more seats held than their share. They keep them, and the house grows.",
            "{lists}: үлесінен көп орны бар. Артық орындар сақталады, палата ұлғаяды.",
            "{lists}: мест больше, чем положено. Они сохраняются, палата увеличивается."),
        ["allocate.drop-out"] = (
            "{lists}: more seats held than their share. They keep them and leave the count; the others share {house}.",
            "{lists}: үлесінен көп орны бар. Олар орындарын сақтап, есептен шығады; қалғандары {house} орынды бөліседі.",
            "{lists}: мест больше, чем положено. Они сохраняются и выходят из счёта; остальные делят {house}."),
        ["allocate.compensate"] = (
            "The house grows from {seats} to {house} seats, until no list holds more than its share.",
            "Палата ешбір тізімнің орны үлесінен аспайтындай болғанша {seats} орыннан {house} орынға дейін ұлғаяды.",
            "Палата растёт с {seats} до {house} мест, пока ни у одного списка не будет больше положенного."),
        ["allocate.return"] = ("{lists}: more seats held than their share. Those above it are given back.", "{lists}: үлесінен көп орны бар. Артығы қайтарылады.", "{lists}: мест больше, чем положено. Лишние возвращаются."),
        ["tie.lot-needless"] = ("{contenders} tie for {seats}; however a lot falls, the result is the same, so none is drawn.", "{contenders} {seats} орынға тең түсті; жеребе қалай түссе де нәтиже бірдей, сондықтан ол тартылмайды.", "{contenders} равны (мест: {seats}); как бы ни выпал жребий, итог тот же, поэтому он не нужен."),
        ["join.joined"] = (
            "Only {first} passes, so {list} joins with {votes} votes, the most of all others.",
            "Тек {first} өтті, сондықтан қалғандарының ішінде ең көп дауыс ({votes}) алған {list} қосылады.",
            "Прошёл только список {first}, поэтому присоединяется {list}: {votes} голосов, больше всех остальных."),
        ["join.nobody"] = ("No other list has votes, so none joins.", "Дауыс алған басқа тізім жоқ, сондықтан ешкім қосылмайды.", "Других списков с голосами нет, никто не присоединяется."),
        ["allocate.quota"] = (
            "{seats} seats among {lists} lists with {votes} votes. Quota ({method}): {quota}. Whole quotas give {whole}; the other {left} go one by one to the largest remainders.",
            "{votes} дауыс алған {lists} тізімге {seats} орын бөлінеді. Квота ({method}): {quota}. Бүтін квоталар {whole} орын береді; қалған {left} орын бір-бірден ең үлкен қалдықтарға беріледі.",
            "{seats} мест между списками ({lists}) с {votes} голосами. Квота ({method}): {quota}. Целые квоты дают {whole}; остальные {left} по одному получают наибольшие остатки."),
        ["allocate.quota-restricted"] = (
            "{seats} seats among {lists} lists with {votes} votes. Quota ({method}): {quota}. Whole quotas give {whole}; the other {left} go to the largest remainders of lists with at least {from} of the quota.",
            "{votes} дауыс алған {lists} тізімге {seats} орын бөлінеді. Квота ({method}): {quota}. Бүтін квоталар {whole} орын береді; қалған {left} орын дауысы квотаның кемінде {from} болатын тізімдердің ең үлкен қалдықтарына беріледі.",
            "{seats} мест между списками ({lists}) с {votes} голосами. Квота ({method}): {quota}. Целые квоты дают {whole}; остальные {left} получают наибольшие остатки списков, набравших не менее {from} квоты."),
        ["allocate.divisors"] = (
            "{seats} seats among {lists} lists with {votes} votes, one at a time to the largest quotient ({method}: divisors {divisors}).",
            "{votes} дауыс алған {lists} тізімге {seats} орын бір-бірден ең үлкен бөліндіге беріледі ({method}: бөлгіштер {divisors}).",
            "{seats} мест между списками ({lists}) с {votes} голосами, по одному наибольшему частному ({method}: делители {divisors})."),
        ["allocate.part"] = (
            "Quota {quota} over both lists. {list}: {quotient} × {factor} = {product}, whole part {whole}, so {seats}. The other {rest} go to {first}.",
            "Екі тізім бойынша квота {quota}. {list}: {quotient} × {factor} = {product}, бүтін бөлігі {whole}, яғни {seats}. Қалған {rest} орынды {first} алады.",
            "Квота по двум спискам {quota}. {list}: {quotient} × {factor} = {product}, целая часть {whole}, итого {seats}. Остальные {rest} получает {first}."),
        ["allocate.part-minimum"] = (
            "Quota {quota} over both lists. {list}: {quotient} × {factor} = {product}, whole part {whole}, but at least {minimum}, so {seats}. The other {rest} go to {first}.",
            "Екі тізім бойынша квота {quota}. {list}: {quotient} × {factor} = {product}, бүтін бөлігі {whole}, бірақ кемінде {minimum}, яғни {seats}. Қалған {rest} орынды {first} алады.",
            "Квота по двум спискам {quota}. {list}: {quotient} × {factor} = {product}, целая часть {whole}, но не менее {minimum}, итого {seats}. Остальные {rest} получает {first}."),
        ["correct.nothing"] = ("No list has more than half of the votes without more than half of the seats.", "Дауыстың жартысынан көбін алып, орынның жартысынан көбін алмаған тізім жоқ.", "Нет списка, у которого больше половины голосов, но не больше половины мест."),
        ["correct.majority"] = (
            "{list} has {votes} of {base} votes, more than half, and so gets one seat more, {seats}; {from} loses the last seat given.",
            "{list} {base} дауыстан {votes} дауыс алды. Бұл – жартысынан көп, сондықтан тағы бір орын алып, орны {seats} болады; {from} соңғы берілген орнынан айырылады.",
            "{list}: {votes} из {base} голосов, больше половины, поэтому ещё одно место, всего {seats}; {from} теряет последнее отданное место."),
        ["require.met"] = (
            "{figure}: must be {bound} of {of}. Met: {part} of {base}.",
            "{figure}: {of} {bound} болуы керек. Орындалды: {base} ішінен {part}.",
            "{figure}: требуется {bound} {of}. Выполнено: {part} из {base}."),
        ["require.missed"] = (
            "{figure}: must be {bound} of {of}. Not met: {part} of {base}.",
            "{figure}: {of} {bound} болуы керек. Орындалмады: {base} ішінен {part}.",
            "{figure}: требуется {bound} {of}. Не выполнено: {part} из {base}."),
        ["require.unchecked"] = (
            "{figure}: must be {bound} of {of}. Not checked, because the figures are not published.",
            "{figure}: {of} {bound} болуы керек. Сандар жарияланбағандықтан тексерілмеді.",
            "{figure}: требуется {bound} {of}. Не проверено, так как числа не опубликованы."),
        ["elect.share"] = (
            "{seats} to be elected. Elected is who has {bound} of {of}, {base}.",
            "Сайланатын адам саны: {seats}. Сайлану үшін {of} ({base}) {bound} дауыс алу керек.",
            "Избирается: {seats}. Избран тот, кто получил {bound} {of} ({base})."),
        ["elect.most-votes"] = (
            "{seats} to be elected, by most votes.",
            "Сайланатын адам саны: {seats}. Ең көп дауыс алғандар сайланады.",
            "Избирается: {seats}, по большинству голосов."),
        ["elect.runoff"] = (
            "Nobody was elected in the first round; second round between {lists}, most votes win.",
            "Бірінші турда ешкім сайланған жоқ; {lists} адам арасында екінші тур өтеді, көп дауыс алған жеңеді.",
            "В первом туре никто не избран; второй тур, участников: {lists}, побеждает получивший больше голосов."),
        ["fill.party"] = (
            "The party's governing body chooses persons from its list within {days} days of publication; otherwise the commission goes by the {alphabet}.",
            "Партияның басқарушы органы жарияланғаннан кейін {days} күн ішінде өз тізімінен адамдарды таңдайды; таңдамаса, комиссия {alphabet} бойынша бөледі.",
            "Руководящий орган партии выбирает лиц из своего списка в течение {days} дней после опубликования; иначе комиссия идёт по порядку: {alphabet}."),
        ["fill.party-until"] = (
            "The party's governing body chooses persons from its list within {days} days of publication, until {until}; otherwise the commission goes by the {alphabet}.",
            "Партияның басқарушы органы жарияланғаннан кейін {days} күн ішінде, {until} дейін, өз тізімінен адамдарды таңдайды; таңдамаса, комиссия {alphabet} бойынша бөледі.",
            "Руководящий орган партии выбирает лиц из своего списка в течение {days} дней после опубликования, до {until}; иначе комиссия идёт по порядку: {alphabet}."),
        ["fill.row.chosen"] = ("chosen by the party: {person}", "партия таңдады: {person}", "выбран партией: {person}"),
        ["fill.row.by-alphabet"] = ("by the alphabet: {person}", "әліпби бойынша: {person}", "по алфавиту: {person}"),
        ["fill.row.left"] = ("seat fell vacant: {person}", "орны босады: {person}", "место освободилось: {person}"),
        ["fill.row.named"] = ("named by the party: {person}", "партия атады: {person}", "назван партией: {person}"),
        ["fill.row.not-on-list"] = ("refused, not on the list: {person}", "қабылданбады, тізімде жоқ: {person}", "отклонено, нет в списке: {person}"),
        ["fill.row.has-seat"] = ("refused, has a seat already: {person}", "қабылданбады, орны бар: {person}", "отклонено, место уже есть: {person}"),
        ["fill.row.has-left"] = ("refused, gave the seat up before: {person}", "қабылданбады, орнын бұрын босатқан: {person}", "отклонено, ранее оставил место: {person}"),
        ["fill.row.too-many"] = ("refused, no seat left: {person}", "қабылданбады, бос орын жоқ: {person}", "отклонено, мест не осталось: {person}"),
        ["fill.row.late"] = ("refused, after the last day: {person}", "қабылданбады, мерзімі өткен: {person}", "отклонено, после срока: {person}"),
        ["fill.row.not-member"] = ("held no seat: {person}", "орны болмаған: {person}", "места не имел: {person}"),
        ["fill.row.exhausted"] = ("list used up, {seats} left empty until the next election", "тізім таусылды, {seats} орын келесі сайлауға дейін бос қалады", "список исчерпан, до следующих выборов пустует мест: {seats}"),
        ["fill.row.awaiting"] = ("{seats} still to be named", "әлі аталмаған: {seats}", "ещё не названо: {seats}"),
        ["tie.earliest-registered"] = ("{contenders} tie for {seats}; {winners} was registered earlier.", "{contenders} {seats} орынға тең түсті; {winners} бұрын тіркелген.", "{contenders} равны (мест: {seats}); раньше зарегистрирован {winners}."),
        ["tie.more-votes"] = ("{contenders} tie for {seats}; {winners} has more votes.", "{contenders} {seats} орынға тең түсті; {winners} көп дауыс алған.", "{contenders} равны (мест: {seats}); больше голосов у {winners}."),
        ["tie.fewer-votes"] = ("{contenders} tie for {seats}; {winners} has fewer votes.", "{contenders} {seats} орынға тең түсті; {winners} аз дауыс алған.", "{contenders} равны (мест: {seats}); меньше голосов у {winners}."),
        ["tie.lot"] = ("{contenders} tie for {seats}; the recorded lot fell on {winners}.", "{contenders} {seats} орынға тең түсті; тіркелген жеребе {winners} тізіміне түсті.", "{contenders} равны (мест: {seats}); записанный жребий выпал на {winners}."),
        ["tie.lot-needed"] = ("{contenders} tie for {seats}; a lot must be drawn.", "{contenders} {seats} орынға тең түсті; жеребе тартылуға тиіс.", "{contenders} равны (мест: {seats}); нужен жребий."),
        ["tie.repeat-vote"] = ("{contenders} tie for {seats}; the vote is held again between them.", "{contenders} {seats} орынға тең түсті; олардың арасында қайта дауыс беріледі.", "{contenders} равны (мест: {seats}); между ними голосуют повторно."),
        ["tie.registration-unknown"] = ("{contenders} tie for {seats}; the earlier registered wins, but the day is not known.", "{contenders} {seats} орынға тең түсті; бұрын тіркелгені жеңеді, бірақ күні белгісіз.", "{contenders} равны (мест: {seats}); преимущество у зарегистрированного раньше, но день неизвестен."),
        ["tie.silent"] = ("{contenders} tie for {seats}; the law does not say who wins.", "{contenders} {seats} орынға тең түсті; кім жеңетіні заңда айтылмаған.", "{contenders} равны (мест: {seats}); кому отдать место, закон не говорит."),
        ["seat.whole"] = (
            "Seat {number} goes to {list}: whole quota number {place} of its {quotient}.",
            "{number}-орынды {list} алады: {quotient} ішіндегі {place}-бүтін квота.",
            "Место {number} получает {list}: целая квота № {place} из {quotient}."),
        ["seat.remainder"] = (
            "Seat {number} goes to {list}: its remainder {remainder} is number {place} among the largest.",
            "{number}-орынды {list} алады: оның {remainder} қалдығы – ең үлкендердің ішіндегі {place}-қалдық.",
            "Место {number} получает {list}: его остаток {remainder} — № {place} среди наибольших."),
        ["seat.round"] = (
            "Seat {number} goes to {list}: {votes} ÷ {divisor} = {quotient} is the largest quotient left; it is its seat number {place}.",
            "{number}-орынды {list} алады: {votes} ÷ {divisor} = {quotient} – қалған бөлінділердің ең үлкені; бұл – оның {place}-орны.",
            "Место {number} получает {list}: {votes} ÷ {divisor} = {quotient} — наибольшее из оставшихся частных; это его место № {place}."),
        ["seat.part"] = (
            "Seat {number} goes to {list}, seat {place} of those it gets when one list passes and the next joins.",
            "{number}-орынды {list} алады: бұл – бір тізім өтіп, келесісі қосылғанда тиетін {place}-орны.",
            "Место {number} получает {list}: его место № {place}, когда прошёл один список и присоединился следующий."),
        ["given"] = ("The seats are an outcome that was published without the votes behind it.", "Орындар – дауыстары жарияланбаған нәтиже.", "Места — итог, опубликованный без голосов."),
        ["term.kazakh-alphabet"] = ("Kazakh alphabet", "қазақ әліпбиі", "казахский алфавит"),
        ["term.hare"] = ("Hare", "Хэр", "Хэра"),
        ["term.droop"] = ("Droop", "Друп", "Друпа"),
        ["term.hagenbach-bischoff-quota"] = ("Hagenbach-Bischoff", "Хагенбах-Бишофф", "Хагенбаха-Бишоффа"),
        ["term.imperiali-quota"] = ("Imperiali", "Империали", "Империали"),
        ["term.dhondt"] = ("D'Hondt", "Д'Ондт", "Д'Ондта"),
        ["term.sainte-lague"] = ("Sainte-Laguë", "Сент-Лагю", "Сент-Лагю"),
        ["term.modified-sainte-lague"] = ("modified Sainte-Laguë", "өзгертілген Сент-Лагю", "модифицированный Сент-Лагю"),
        ["term.danish"] = ("Danish", "дат", "датский"),
        ["term.imperiali"] = ("Imperiali divisors", "Империали бөлгіштері", "делители Империали"),
        ["term.adams"] = ("Adams", "Адамс", "Адамса"),
        ["term.dean"] = ("Dean", "Дин", "Дина"),
        ["term.huntington-hill"] = ("Huntington-Hill", "Хантингтон-Хилл", "Хантингтона-Хилла"),
        ["term.own-divisors"] = ("own divisors", "өз бөлгіштері", "свои делители"),
    };
}

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
        ["step.weigh"] = ("Voter numbers", "Сайлаушылар саны", "Числа избирателей"),
        ["step.matrix"] = ("Lower apportionment", "Төменгі бөлініс", "Нижнее распределение"),
        ["step.bonus"] = ("Bonus", "Қосымша орын", "Бонус"),
        ["step.allocate"] = ("Allocation of seats", "Орындарды бөлу", "Распределение мест"),
        ["step.correct"] = ("Correction", "Түзету", "Поправка"),
        ["step.require"] = ("Condition of validity", "Жарамдылық шарты", "Условие действительности"),
        ["step.elect"] = ("Election", "Сайлау", "Избрание"),
        ["step.transfer"] = ("Transfer of votes", "Дауыстарды ауыстыру", "Передача голосов"),
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
        ["condition.parties"] = ("parties in it: {number}", "оны {number} партия ұсынса", "партий в списке: {number}"),
        ["condition.parties-least"] = ("parties in it: {number} or more", "оны кемінде {number} партия ұсынса", "партий в списке: {number} или больше"),
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
        ["size.quota-over"] = (
            "{seats} seats among {lists} areas by their numbers, {votes} in all. Quota ({method}): {quota}. Whole quotas give {whole}, {over} more than there are seats; those are taken back from the smallest remainders.",
            "{lists} аймаққа олардың сандары (барлығы {votes}) бойынша {seats} орын бөлінеді. Квота ({method}): {quota}. Бүтін квоталар {whole} орын береді, бұл орын санынан {over} көп; олар ең кіші қалдықтардан қайтарып алынады.",
            "{seats} мест между территориями ({lists}) по их числам, всего {votes}. Квота ({method}): {quota}. Целые квоты дают {whole}, это на {over} больше числа мест; лишние возвращаются с наименьших остатков."),
        ["size.divisors"] = (
            "{seats} seats among {lists} areas by their numbers, {votes} in all, one at a time to the largest quotient ({method}: divisors {divisors}).",
            "{lists} аймаққа олардың сандары (барлығы {votes}) бойынша {seats} орын бір-бірден ең үлкен бөліндіге беріледі ({method}: бөлгіштер {divisors}).",
            "{seats} мест между территориями ({lists}) по их числам, всего {votes}, по одному наибольшему частному ({method}: делители {divisors})."),
        ["distribute.quota"] = (
            "{whose}: {seats} seats. Quota ({method}) over {votes} votes: {quota}. Whole quotas give {whole}; the other {left} go to the largest remainders.",
            "{whose}: {seats} орын. {votes} дауыс бойынша квота ({method}): {quota}. Бүтін квоталар {whole} орын береді; қалған {left} орын ең үлкен қалдықтарға беріледі.",
            "{whose}: мест {seats}. Квота ({method}) по {votes} голосам: {quota}. Целые квоты дают {whole}; остальные {left} получают наибольшие остатки."),
        ["distribute.quota-over"] = (
            "{whose}: {seats} seats. Quota ({method}) over {votes} votes: {quota}. Whole quotas give {whole}, {over} more than there are seats; those are taken back from the smallest remainders.",
            "{whose}: {seats} орын. {votes} дауыс бойынша квота ({method}): {quota}. Бүтін квоталар {whole} орын береді, бұл орын санынан {over} көп; олар ең кіші қалдықтардан қайтарып алынады.",
            "{whose}: мест {seats}. Квота ({method}) по {votes} голосам: {quota}. Целые квоты дают {whole}, это на {over} больше числа мест; лишние возвращаются с наименьших остатков."),
        ["distribute.divisors"] = (
            "{whose}: {seats} seats, one at a time to the largest quotient ({method}: divisors {divisors}).",
            "{whose}: {seats} орын бір-бірден ең үлкен бөліндіге беріледі ({method}: бөлгіштер {divisors}).",
            "{whose}: мест {seats}, по одному наибольшему частному ({method}: делители {divisors})."),
        ["level.placed"] = (
            "{seats} seats, each to the largest quotient over all lists and {areas} that still have one to come.",
            "{seats} орын, әрқайсысы әлі орны қалған тізімдер мен аймақтар ({areas}) бойынша ең үлкен бөліндіге беріледі.",
            "{seats} мест, каждое наибольшему частному среди списков и территорий ({areas}), которым ещё положено место."),
        ["weigh.divided"] = (
            "A voter has as many votes as the area has seats, {seats}; votes ÷ {seats} are the voter numbers of {lists} lists, as fractions.",
            "Сайлаушының дауыс саны аймақтағы орын санына ({seats}) тең; дауыс ÷ {seats} – {lists} тізімнің сайлаушылар саны, бөлшек түрінде қалады.",
            "У избирателя столько голосов, сколько мест в территории ({seats}); голоса ÷ {seats} — числа избирателей, дробями (списков: {lists})."),
        ["weigh.rounded"] = (
            "A voter has as many votes as the area has seats, {seats}; votes ÷ {seats}, rounded to nearest, are the voter numbers of {lists} lists.",
            "Сайлаушының дауыс саны аймақтағы орын санына ({seats}) тең; дауыс ÷ {seats} ең жақын бүтін санға дөңгелектеліп, {lists} тізімнің сайлаушылар саны шығады.",
            "У избирателя столько голосов, сколько мест в территории ({seats}); голоса ÷ {seats}, округлённые до ближайшего целого, — числа избирателей (списков: {lists})."),
        ["matrix.solved"] = (
            "{seats} seats of {areas} areas and {lists} lists at once: votes ÷ divisor of the area ÷ divisor of the list, rounded to nearest, give every area and every list just its seats. The divisors prove it.",
            "{areas} аймақ пен {lists} тізімнің {seats} орны бірден бөлінеді: дауыс ÷ аймақтың бөлгіші ÷ тізімнің бөлгіші ең жақын бүтін санға дөңгелектеледі, сонда әр аймақ пен әр тізім дәл өз орындарын алады. Дәлелі – осы бөлгіштер.",
            "{seats} мест территорий ({areas}) и списков ({lists}) сразу: голоса ÷ делитель территории ÷ делитель списка, округлённые до ближайшего целого, дают каждой территории и каждому списку ровно их места. Доказательство — сами делители."),
        ["matrix.solved-winner"] = (
            "{seats} seats of {areas} areas and {lists} lists at once: votes ÷ divisor of the area ÷ divisor of the list, rounded to nearest, but at least one for the strongest list of an area, give every area and every list just its seats. The divisors prove it.",
            "{areas} аймақ пен {lists} тізімнің {seats} орны бірден бөлінеді: дауыс ÷ аймақтың бөлгіші ÷ тізімнің бөлгіші ең жақын бүтін санға дөңгелектеледі, ал аймақтағы ең күшті тізім кемінде бір орын алады, сонда әр аймақ пен әр тізім дәл өз орындарын алады. Дәлелі – осы бөлгіштер.",
            "{seats} мест территорий ({areas}) и списков ({lists}) сразу: голоса ÷ делитель территории ÷ делитель списка, округлённые до ближайшего целого, но не менее одного сильнейшему списку территории, дают каждой территории и каждому списку ровно их места. Доказательство — сами делители."),
        ["matrix.area"] = (
            "{seats} seats among {lists} lists: votes ÷ divisor of the area ÷ divisor of the list, rounded to nearest.",
            "{lists} тізімге {seats} орын: дауыс ÷ аймақтың бөлгіші ÷ тізімнің бөлгіші, ең жақын бүтін санға дөңгелектенген.",
            "{seats} мест между списками ({lists}): голоса ÷ делитель территории ÷ делитель списка, округлённые до ближайшего целого."),
        ["matrix.impossible"] = (
            "No such matrix exists. Lists with votes only in {where}: {lists}. Seats due there: {needed}; seats there: {seats}.",
            "Мұндай матрица жоқ. Тек мына аймақтарда ({where}) дауыс алған тізімдер: {lists}. Онда берілуге тиіс орын: {needed}; бар орын: {seats}.",
            "Такой матрицы нет. Списки с голосами только здесь ({where}): {lists}. Мест там причитается: {needed}; мест там есть: {seats}."),
        ["matrix.impossible-nowhere"] = (
            "No such matrix exists. Lists without votes in any area: {lists}. Seats due to them: {needed}.",
            "Мұндай матрица жоқ. Ешбір аймақта дауыс алмаған тізімдер: {lists}. Оларға тиесілі орын: {needed}.",
            "Такой матрицы нет. Списки без голосов во всех территориях: {lists}. Мест им причитается: {needed}."),
        ["matrix.impossible-promised"] = (
            "No such matrix exists. Strongest lists that must have a seat each in {where}: {lists}. Seats due to them: {needed}; seats for them: {seats}.",
            "Мұндай матрица жоқ. Мына аймақтардың ({where}) әрқайсысында бір орын алуға тиіс ең күшті тізімдер: {lists}. Оларға тиесілі орын: {needed}; бар орын: {seats}.",
            "Такой матрицы нет. Сильнейшие списки, которым положено по месту здесь ({where}): {lists}. Мест им причитается: {needed}; мест для них есть: {seats}."),
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
        ["allocate.quota-over"] = (
            "{seats} seats among {lists} lists with {votes} votes. Quota ({method}): {quota}. Whole quotas give {whole}, {over} more than there are seats; those are taken back from the smallest remainders.",
            "{votes} дауыс алған {lists} тізімге {seats} орын бөлінеді. Квота ({method}): {quota}. Бүтін квоталар {whole} орын береді, бұл орын санынан {over} көп; олар ең кіші қалдықтардан қайтарып алынады.",
            "{seats} мест между списками ({lists}) с {votes} голосами. Квота ({method}): {quota}. Целые квоты дают {whole}, это на {over} больше числа мест; лишние возвращаются с наименьших остатков."),
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
        ["transfer.scottish"] = (
            "{persons} candidates, {seats} to be elected, {votes} valid ballots. Quota: the whole part of {votes} ÷ ({seats} + 1), plus 1, which is {quota}. Ballots of whoever is above it pass on, each at surplus × its value ÷ votes, cut to five decimals.",
            "Кандидат саны – {persons}, сайланатыны – {seats}, жарамды бюллетень – {votes}. Квота: {votes} ÷ ({seats} + 1) бүтін бөлігіне 1 қосылады, яғни {quota}. Одан артық дауыс алған кандидаттың бюллетеньдері келесіге өтеді; әрқайсысының құны: артық дауыс × бұрынғы құны ÷ дауыс саны, бес ондық таңбаға дейін қысқартылады.",
            "Кандидатов: {persons}, избирается: {seats}, действительных бюллетеней: {votes}. Квота: целая часть {votes} ÷ ({seats} + 1) и ещё 1, то есть {quota}. Бюллетени того, кто её превысил, передаются дальше, каждый по цене: избыток × прежняя цена ÷ голоса, с отбрасыванием знаков после пятого."),
        ["transfer.instant-runoff"] = (
            "{persons} candidates, one to be elected, {votes} valid ballots. The lowest is excluded until somebody has more than half of the votes still in the count.",
            "Кандидат саны – {persons}, біреуі сайланады, жарамды бюллетень – {votes}. Есепте қалған дауыстың жартысынан көбін біреу алғанша, ең аз дауыс алған кандидат шығарылады.",
            "Кандидатов: {persons}, избирается один, действительных бюллетеней: {votes}. Последний исключается, пока кто-либо не получит больше половины голосов, оставшихся в подсчёте."),
        ["transfer.instant-runoff-to-two"] = (
            "{persons} candidates, one to be elected, {votes} valid ballots. The lowest is excluded until no more than two are left.",
            "Кандидат саны – {persons}, біреуі сайланады, жарамды бюллетень – {votes}. Екі кандидат қалғанша, ең аз дауыс алғаны шығарылады.",
            "Кандидатов: {persons}, избирается один, действительных бюллетеней: {votes}. Последний исключается, пока не останется двое."),
        ["transfer.dail"] = (
            "{persons} candidates, {seats} to be elected, {votes} valid ballots. Quota: the whole part of {votes} ÷ ({seats} + 1), plus 1, which is {quota}. A surplus passes on in whole papers of the sub-parcel last received: for each next preference its share of the surplus, largest fractions first, taken from the papers last filed. A surplus that can change nothing waits.",
            "Кандидат саны – {persons}, сайланатыны – {seats}, жарамды бюллетень – {votes}. Квота: {votes} ÷ ({seats} + 1) бүтін бөлігіне 1 қосылады, яғни {quota}. Артық дауыс соңғы алынған бумадан бүтін бюллетеньмен ауысады: әр келесі таңдауға өз үлесі тиеді, бөлшегі үлкені бірінші, соңғы салынған бюллетеньдер алынады. Ештеңені өзгерте алмайтын артық дауыс күте тұрады.",
            "Кандидатов: {persons}, избирается: {seats}, действительных бюллетеней: {votes}. Квота: целая часть {votes} ÷ ({seats} + 1) и ещё 1, то есть {quota}. Избыток передаётся целыми бюллетенями последней полученной пачки: каждому следующему предпочтению его доля избытка, сначала наибольшие дроби, из положенных последними. Избыток, который ничего не изменит, ждёт."),
        ["transfer.seanad"] = (
            "{persons} candidates, {seats} to be elected, {votes} valid ballots, each of which counts 1,000 thousandths. Quota: the whole part of 1,000 × {votes} ÷ ({seats} + 1), plus 1, in thousandths, which is {needed}. A surplus passes on with the papers of the sub-parcel last received, each at surplus ÷ papers, cut to thousandths, and never above the value at which it came.",
            "Кандидат саны – {persons}, сайланатыны – {seats}, жарамды бюллетень – {votes}, әрқайсысы 1 000 мыңдық болып саналады. Квота: 1 000 × {votes} ÷ ({seats} + 1) бүтін бөлігіне 1 қосылады, мыңдықпен, яғни {needed}. Артық дауыс соңғы алынған буманың бюллетеньдерімен ауысады; әрқайсысының құны: артық дауыс ÷ бюллетень саны, мыңдыққа дейін қысқартылады, келген құнынан аспайды.",
            "Кандидатов: {persons}, избирается: {seats}, действительных бюллетеней: {votes}, каждый считается за 1 000 тысячных. Квота: целая часть 1 000 × {votes} ÷ ({seats} + 1) и ещё 1, в тысячных, то есть {needed}. Избыток передаётся бюллетенями последней полученной пачки, каждый по цене: избыток ÷ бюллетени, с отбрасыванием до тысячных и не выше цены, по которой он пришёл."),
        ["transfer.meek"] = (
            "{persons} candidates, {seats} to be elected, {votes} valid ballots. Quota: votes still in the count ÷ ({seats} + 1), plus 0.000000001, at first {needed}. Whoever is elected keeps a share of every ballot, and the rest goes to its next preference; shares are made smaller round by round, by quota ÷ votes, in billionths rounded up. Whoever is excluded is passed over as if they had not stood.",
            "Кандидат саны – {persons}, сайланатыны – {seats}, жарамды бюллетень – {votes}. Квота: есепте қалған дауыс ÷ ({seats} + 1), оған 0,000000001 қосылады, басында {needed}. Сайланған кандидат әр бюллетеньнің бір үлесін ұстап қалады, қалғаны келесі таңдауға өтеді; үлестер айналым сайын квота ÷ дауыс есебімен азаяды, миллиардтыққа дейін жоғары дөңгелектенеді. Шығарылған кандидат сайлауға түспегендей аттап өтіледі.",
            "Кандидатов: {persons}, избирается: {seats}, действительных бюллетеней: {votes}. Квота: голоса, оставшиеся в подсчёте, ÷ ({seats} + 1) и ещё 0,000000001, вначале {needed}. Избранный удерживает долю каждого бюллетеня, остальное идёт следующему предпочтению; доли уменьшаются круг за кругом на квота ÷ голоса, до миллиардных с округлением вверх. Исключённого пропускают, как если бы он не выдвигался."),
        ["transfer.wright"] = (
            "{persons} candidates, {seats} to be elected, {votes} valid ballots. Quota: the whole part of valid ÷ ({seats} + 1), plus 1, at first {quota}. Ballots of whoever is above it pass on, each at surplus × its value ÷ votes, cut to nine decimals. After every exclusion the count starts again without the excluded, with a new quota.",
            "Кандидат саны – {persons}, сайланатыны – {seats}, жарамды бюллетень – {votes}. Квота: жарамды бюллетень ÷ ({seats} + 1) бүтін бөлігіне 1 қосылады, басында {quota}. Одан артық дауыс алған кандидаттың бюллетеньдері келесіге өтеді; әрқайсысының құны: артық дауыс × бұрынғы құны ÷ дауыс саны, тоғыз ондық таңбаға дейін қысқартылады. Біреу шығарылған сайын есеп онсыз, жаңа квотамен қайта басталады.",
            "Кандидатов: {persons}, избирается: {seats}, действительных бюллетеней: {votes}. Квота: целая часть действительных ÷ ({seats} + 1) и ещё 1, вначале {quota}. Бюллетени того, кто её превысил, передаются дальше, каждый по цене: избыток × прежняя цена ÷ голоса, с отбрасыванием знаков после девятого. После каждого исключения подсчёт начинается заново без исключённого и с новой квотой."),
        ["transfer.elected"] = ("Elected in this order: {elected}.", "Сайлану реті: {elected}.", "Избраны в таком порядке: {elected}."),
        ["transfer.elected-so-far"] = ("The count waits after stage {stages}. Elected so far: {lists}.", "Есеп {stages}-кезеңнен кейін тоқтап тұр. Әзірге сайланғаны: {lists}.", "Подсчёт остановлен после этапа {stages}. Пока избрано: {lists}."),
        ["stage.first"] = ("first preferences", "бірінші таңдаулар", "первые предпочтения"),
        ["stage.surplus"] = ("{person}: surplus of {moved} passes on", "{person}: {moved} артық дауыс ауысады", "{person}: передаётся избыток {moved}"),
        ["stage.surplus-by-stage"] = (
            "{person}: surplus of {moved} passes on (equal: {tied}; stage {decided} decides)",
            "{person}: {moved} артық дауыс ауысады (тең: {tied}; {decided}-кезең шешеді)",
            "{person}: передаётся избыток {moved} (поровну: {tied}; решает этап {decided})"),
        ["stage.surplus-by-lot"] = (
            "{person}: surplus of {moved} passes on (equal: {tied}; a lot decides)",
            "{person}: {moved} артық дауыс ауысады (тең: {tied}; жеребе шешеді)",
            "{person}: передаётся избыток {moved} (поровну: {tied}; решает жребий)"),
        ["stage.exclusion"] = ("{person}: fewest votes, excluded; {moved} pass on", "{person}: дауысы ең аз, шығарылады; {moved} дауыс ауысады", "{person}: меньше всех голосов, исключение; передаётся {moved}"),
        ["stage.exclusion-by-stage"] = (
            "{person}: fewest votes, excluded; {moved} pass on (equal: {tied}; stage {decided} decides)",
            "{person}: дауысы ең аз, шығарылады; {moved} дауыс ауысады (тең: {tied}; {decided}-кезең шешеді)",
            "{person}: меньше всех голосов, исключение; передаётся {moved} (поровну: {tied}; решает этап {decided})"),
        ["stage.exclusion-by-lot"] = (
            "{person}: fewest votes, excluded; {moved} pass on (equal: {tied}; a lot decides)",
            "{person}: дауысы ең аз, шығарылады; {moved} дауыс ауысады (тең: {tied}; жеребе шешеді)",
            "{person}: меньше всех голосов, исключение; передаётся {moved} (поровну: {tied}; решает жребий)"),
        ["stage.exclusion-together"] = (
            "{persons}: fewest votes even all together, excluded at once; {moved} pass on",
            "{persons}: бәрін қосқанда да дауысы ең аз, бірге шығарылады; {moved} дауыс ауысады",
            "{persons}: меньше всех даже вместе, исключаются сразу; передаётся {moved}"),
        ["stage.keep-values"] = ("surpluses of {moved} pass on by keep values", "{moved} артық дауыс ұстау үлестері бойынша ауысады", "избытки, всего {moved}, передаются по долям удержания"),
        ["stage.restart"] = ("the count starts again, quota {needed}", "есеп қайта басталады, квота {needed}", "подсчёт начинается заново, квота {needed}"),
        ["stage.rounds"] = ("rounds by keep values: {rounds}, quota then {needed}", "ұстау үлестері бойынша айналым: {rounds}, содан кейінгі квота {needed}", "кругов по долям удержания: {rounds}, затем квота {needed}"),
        ["stage.deferred"] = ("surpluses of {deferred} wait, since they can change nothing yet", "{deferred} артық дауыс күте тұрады, әзірге ештеңені өзгертпейді", "избытки, всего {deferred}, ждут: пока они ничего не изменят"),
        ["transfer.by-quota"] = ("{persons}: quota", "{persons}: квота", "{persons}: квота"),
        ["transfer.by-quota-for-now"] = ("{persons}: quota, for now", "{persons}: әзірге квота", "{persons}: квота, пока"),
        ["transfer.by-majority"] = ("{persons}: majority", "{persons}: көпшілік", "{persons}: большинство"),
        ["transfer.by-last-vacancies"] = ("{persons}: last vacancies", "{persons}: соңғы бос орындар", "{persons}: последние места"),
        ["stage.elected-at"] = ("elected, stage {at}", "сайланды, {at}-кезең", "избрание, этап {at}"),
        ["stage.elected-at-keeping"] = ("elected, stage {at}; keeps {keep} of every ballot", "сайланды, {at}-кезең; әр бюллетеньнен {keep} ұстайды", "избрание, этап {at}; удерживает {keep} каждого бюллетеня"),
        ["stage.excluded-at"] = ("excluded, stage {at}", "шығарылды, {at}-кезең", "исключение, этап {at}"),
        ["transfer.non-transferable"] = ("Non-transferable", "Ауыспайтын дауыстар", "Непередаваемые"),
        ["transfer.lost"] = ("Lost when values were cut", "Құны қысқартылғанда жоғалғаны", "Потеряно при отбрасывании знаков"),
        ["tie.exclusion-needed"] = (
            "Stage {stage}: {contenders} have had equally few votes throughout; a lot must be drawn for who is excluded.",
            "{stage}-кезең: {contenders} барлық кезеңде бірдей аз дауыс алған; кім шығарылатынын жеребе шешуге тиіс.",
            "Этап {stage}: у {contenders} на всех этапах поровну и меньше всех; кого исключить, должен решить жребий."),
        ["tie.exclusion-drawn"] = (
            "Stage {stage}: {contenders} have had equally few votes throughout; the recorded lot excludes {winners}.",
            "{stage}-кезең: {contenders} барлық кезеңде бірдей аз дауыс алған; тіркелген жеребе бойынша {winners} шығарылады.",
            "Этап {stage}: у {contenders} на всех этапах поровну и меньше всех; по записанному жребию исключается {winners}."),
        ["tie.exclusion-needless"] = (
            "Stage {stage}: {contenders} have had equally few votes throughout; whoever is excluded first, the same persons are elected, so no lot is drawn.",
            "{stage}-кезең: {contenders} барлық кезеңде бірдей аз дауыс алған; алдымен кім шығарылса да, сол адамдар сайланады, сондықтан жеребе тартылмайды.",
            "Этап {stage}: у {contenders} на всех этапах поровну и меньше всех; кого ни исключить первым, избраны те же, поэтому жребий не нужен."),
        ["tie.exclusion-silent"] = (
            "Stage {stage}: {contenders} have had equally few votes throughout; the law does not say who is excluded.",
            "{stage}-кезең: {contenders} барлық кезеңде бірдей аз дауыс алған; кім шығарылатыны заңда айтылмаған.",
            "Этап {stage}: у {contenders} на всех этапах поровну и меньше всех; кого исключить, закон не говорит."),
        ["tie.surplus-needed"] = (
            "Stage {stage}: {contenders} have had equal surpluses and votes throughout; a lot must be drawn for whose passes on first.",
            "{stage}-кезең: {contenders} артық дауысы тең, бұрынғы дауыстары да тең; кімдікі бірінші ауысатынын жеребе шешуге тиіс.",
            "Этап {stage}: у {contenders} равные избытки и на всех этапах поровну голосов; чей передать первым, должен решить жребий."),
        ["tie.surplus-drawn"] = (
            "Stage {stage}: {contenders} have had equal surpluses and votes throughout; by the recorded lot that of {winners} passes on first.",
            "{stage}-кезең: {contenders} артық дауысы тең, бұрынғы дауыстары да тең; тіркелген жеребе бойынша бірінші ауысатыны: {winners}.",
            "Этап {stage}: у {contenders} равные избытки и на всех этапах поровну голосов; по записанному жребию первым передаётся избыток: {winners}."),
        ["tie.surplus-needless"] = (
            "Stage {stage}: {contenders} have had equal surpluses and votes throughout; whichever passes on first, the same persons are elected, so no lot is drawn.",
            "{stage}-кезең: {contenders} артық дауысы тең, бұрынғы дауыстары да тең; қайсысы бірінші ауысса да, сол адамдар сайланады, сондықтан жеребе тартылмайды.",
            "Этап {stage}: у {contenders} равные избытки и на всех этапах поровну голосов; какой ни передать первым, избраны те же, поэтому жребий не нужен."),
        ["tie.surplus-silent"] = (
            "Stage {stage}: {contenders} have had equal surpluses and votes throughout; the law does not say whose passes on first.",
            "{stage}-кезең: {contenders} артық дауысы тең, бұрынғы дауыстары да тең; кімдікі бірінші ауысатыны заңда айтылмаған.",
            "Этап {stage}: у {contenders} равные избытки и на всех этапах поровну голосов; чей передать первым, закон не говорит."),
        ["tie.papers-needed"] = (
            "Stage {stage}: {contenders} have equal fractions, sub-parcels and votes throughout; a lot must be drawn for who gets a paper more.",
            "{stage}-кезең: {contenders} бөлшегі, бумасы және барлық кезеңдегі дауысы тең; бір бюллетень кімге артық тиетінін жеребе шешуге тиіс.",
            "Этап {stage}: у {contenders} равные дроби, пачки и голоса на всех этапах; кому отдать ещё один бюллетень, должен решить жребий."),
        ["tie.papers-drawn"] = (
            "Stage {stage}: {contenders} have equal fractions, sub-parcels and votes throughout; by the recorded lot {winners} gets a paper more.",
            "{stage}-кезең: {contenders} бөлшегі, бумасы және барлық кезеңдегі дауысы тең; тіркелген жеребе бойынша бір бюллетень артық алатыны: {winners}.",
            "Этап {stage}: у {contenders} равные дроби, пачки и голоса на всех этапах; по записанному жребию ещё один бюллетень получает {winners}."),
        ["tie.papers-needless"] = (
            "Stage {stage}: {contenders} have equal fractions, sub-parcels and votes throughout; whoever gets a paper more, the same persons are elected, so no lot is drawn.",
            "{stage}-кезең: {contenders} бөлшегі, бумасы және барлық кезеңдегі дауысы тең; бір бюллетень кімге артық тисе де, сол адамдар сайланады, сондықтан жеребе тартылмайды.",
            "Этап {stage}: у {contenders} равные дроби, пачки и голоса на всех этапах; кто бы ни получил ещё один бюллетень, избраны те же, поэтому жребий не нужен."),
        ["tie.papers-silent"] = (
            "Stage {stage}: {contenders} have equal fractions, sub-parcels and votes throughout; the law does not say who gets a paper more.",
            "{stage}-кезең: {contenders} бөлшегі, бумасы және барлық кезеңдегі дауысы тең; бір бюллетень кімге артық тиетіні заңда айтылмаған.",
            "Этап {stage}: у {contenders} равные дроби, пачки и голоса на всех этапах; кому отдать ещё один бюллетень, закон не говорит."),
        ["fill.party"] = (
            "The party's governing body chooses persons from its list within {days} days of publication; otherwise the commission goes by the {alphabet}.",
            "Партияның басқарушы органы жарияланғаннан кейін {days} күн ішінде өз тізімінен адамдарды таңдайды; таңдамаса, комиссия {alphabet} бойынша бөледі.",
            "Руководящий орган партии выбирает лиц из своего списка в течение {days} дней после опубликования; иначе комиссия идёт по порядку: {alphabet}."),
        ["fill.party-until"] = (
            "The party's governing body chooses persons from its list within {days} days of publication, until {until}; otherwise the commission goes by the {alphabet}.",
            "Партияның басқарушы органы жарияланғаннан кейін {days} күн ішінде, {until} дейін, өз тізімінен адамдарды таңдайды; таңдамаса, комиссия {alphabet} бойынша бөледі.",
            "Руководящий орган партии выбирает лиц из своего списка в течение {days} дней после опубликования, до {until}; иначе комиссия идёт по порядку: {alphabet}."),
        ["fill.votes"] = ("Persons of a list take its seats by their own votes.", "Тізім адамдары орындарды өз дауыстары бойынша алады.", "Лица из списка занимают его места по числу голосов за них."),
        ["fill.votes-unknown"] = ("Persons of a list take its seats by their own votes, which are not at hand for {lists} lists.", "Тізім адамдары орындарды өз дауыстары бойынша алады; {lists} тізім бойынша олар қолда жоқ.", "Лица из списка занимают его места по числу голосов за них; по спискам, где их нет под рукой: {lists}."),
        ["fill.votes-over-list"] = ("Persons with {than} {limit} of their list's votes come first, by votes; the other seats go down the list.", "Тізім дауыстарының {limit} ({than}) жинаған адамдар дауыс саны бойынша бірінші болады; қалған орындар тізім ретімен беріледі.", "Сначала лица с {than} {limit} голосов своего списка, по числу голосов; остальные места идут по порядку списка."),
        ["fill.votes-over-list-unknown"] = ("Persons with {than} {limit} of their list's votes come first, by votes; the other seats go down the list. Votes for persons are not at hand for {lists} lists.", "Тізім дауыстарының {limit} ({than}) жинаған адамдар дауыс саны бойынша бірінші болады; қалған орындар тізім ретімен беріледі. Адамдардың дауыстары {lists} тізім бойынша қолда жоқ.", "Сначала лица с {than} {limit} голосов своего списка, по числу голосов; остальные места идут по порядку списка. Голосов за лиц нет под рукой по спискам: {lists}."),
        ["fill.votes-over-quota"] = ("Persons with {than} {limit} of the quota come first, by votes; the other seats go down the list.", "Квотаның {limit} ({than}) жинаған адамдар дауыс саны бойынша бірінші болады; қалған орындар тізім ретімен беріледі.", "Сначала лица с {than} {limit} квоты, по числу голосов; остальные места идут по порядку списка."),
        ["fill.votes-over-quota-unknown"] = ("Persons with {than} {limit} of the quota come first, by votes; the other seats go down the list. Votes for persons are not at hand for {lists} lists.", "Квотаның {limit} ({than}) жинаған адамдар дауыс саны бойынша бірінші болады; қалған орындар тізім ретімен беріледі. Адамдардың дауыстары {lists} тізім бойынша қолда жоқ.", "Сначала лица с {than} {limit} квоты, по числу голосов; остальные места идут по порядку списка. Голосов за лиц нет под рукой по спискам: {lists}."),
        ["fill.row.most-votes"] = ("{person}, {votes} votes", "{person}, {votes} дауыс", "{person}, голосов: {votes}"),
        ["fill.row.over-bar"] = ("{person}, {votes} votes of their own", "{person}, өз дауысы {votes}", "{person}, собственных голосов: {votes}"),
        ["fill.row.by-order"] = ("{person}, by the order of the list ({votes} votes)", "{person}, тізім ретімен ({votes} дауыс)", "{person}, по порядку списка (голосов: {votes})"),
        ["tie.list-order"] = ("{contenders} tie for {seats}; {winners} stands earlier on the list.", "{contenders} {seats} орынға тең түсті; {winners} тізімде бұрын тұр.", "{contenders} равны (мест: {seats}); раньше в списке стоит {winners}."),
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
        ["term.rounded-up"] = ("{quota}, rounded up", "{quota}, жоғары дөңгелектенген", "{quota}, с округлением вверх"),
        ["term.rounded-down"] = ("{quota}, rounded down", "{quota}, төмен дөңгелектенген", "{quota}, с округлением вниз"),
        ["term.rounded-nearest"] = ("{quota}, rounded to nearest", "{quota}, ең жақынға дөңгелектенген", "{quota}, с округлением до ближайшего"),
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

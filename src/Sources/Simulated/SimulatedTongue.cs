namespace Listening.Sources.Simulated;

/// <summary>What is said in a language other than English.</summary>
/// <param name="Problems">Complaints, each with the topic's name.</param>
/// <param name="Closings">How they end.</param>
/// <param name="Questions">Questions, each with the topic's name.</param>
/// <param name="Praise">Praise.</param>
/// <param name="Answers">A brand's answers.</param>
/// <param name="Private">Please write in private.</param>
/// <param name="Thanks">Thanks.</param>
/// <param name="StillBroken">It did not help.</param>
/// <param name="Since">Since when.</param>
internal sealed record SimulatedTongue(
    (string Topic, string Text)[] Problems, string[] Closings, (string Topic, string Text)[] Questions, string[] Praise, string[] Answers, string[] Private, string[] Thanks, string[] StillBroken, string[] Since)
{
    /// <summary>By ISO 639-1.</summary>
    public static IReadOnlyDictionary<string, SimulatedTongue> All { get; } = new Dictionary<string, SimulatedTongue>
    {
        ["es"] = new(
            [
                ("network", "llevo sin internet desde {since}"), ("network", "la conexión en {place} se corta cada {number} minutos"), ("billing", "me habéis cobrado dos veces este mes"), ("support", "el técnico no ha venido, otra vez"), ("support", "nadie contesta en atención al cliente"), ("app", "la app no funciona desde {since}"),
                ("returns", "llevo {number} semanas esperando el reembolso del router"), ("delivery", "el router no llega, ya van {number} días"), ("account", "no puedo cambiar mi contraseña"), ("outage", "todo caído en {place}"), ("billing", "la factura ha subido {number} euros sin avisar"), ("account", "pedí la baja y me habéis renovado el contrato"),
            ],
            [".", "…", ". ¿Alguien me ayuda?", ". Qué vergüenza.", ". Trabajo desde casa.", ". Así no se puede.", "!"],
            [("network", "¿cuándo llega la fibra a {place}?"), ("account", "¿puedo conservar mi número?"), ("billing", "¿dónde veo el detalle de la factura?"), ("delivery", "¿cuánto tarda una SIM?")],
            ["el técnico de {place}, un diez. ¡Gracias!", "por fin fibra en {place}, va de maravilla", "me lo resolvieron en {number} minutos, así sí"],
            ["Hola {name}, lo hemos revisado y debería funcionar ya. ¿Nos confirmas?", "Hola {name}, tienes razón, te devolvemos el importe en {number} días.", "Lo sentimos, {name}. Hay una avería en {place} y el equipo está en ello.", "Hola {name}, hemos adelantado la cita; te llega un mensaje hoy."],
            ["Hola {name}, ¿nos escribes por privado con tu número de cliente?", "Hola {name}, mándanos un mensaje directo y lo miramos."],
            ["Gracias, ya funciona", "Muchas gracias por la ayuda", "Perfecto, gracias", "Arreglado, mil gracias"], ["Sigue igual", "Nada, no ha cambiado nada", "Eso ya lo probé, sigue sin ir"], ["ayer", "el lunes", "esta mañana", "hace dos días", "la tormenta"]),
        ["de"] = new(
            [
                ("network", "seit {since} kein Internet"), ("network", "in {place} bricht die Verbindung alle {number} Minuten ab"), ("billing", "die Rechnung ist schon wieder falsch"), ("support", "der Techniker kam nicht, zum {number}. Mal"), ("support", "die Hotline legt nach {number}0 Minuten auf"), ("delivery", "der neue Router ist seit {number} Wochen unterwegs"),
                ("returns", "seit {number} Wochen warte ich auf die Gutschrift für den alten Router"), ("app", "die App stürzt seit {since} beim Start ab"), ("account", "meine Rufnummer ist immer noch nicht umgezogen"), ("outage", "ganz {place} ist offline"), ("billing", "{number}9 Euro Mahngebühr für nichts"), ("account", "gekündigt, und trotzdem verlängert"),
            ],
            [".", "!", ". Was ist da los?", ". Ich arbeite von zu Hause.", ". Langsam reicht es.", ". Bitte um Hilfe.", " 😡"],
            [("network", "wann kommt Glasfaser nach {place}?"), ("account", "kann ich meine Nummer behalten?"), ("returns", "muss der alte Router zurück?"), ("support", "hat der Laden in {place} samstags offen?")],
            ["Techniker in {place} war pünktlich und nett, danke!", "seit {number} Monaten läuft es einfach. Gut so", "nach {number} Minuten gelöst, Respekt"],
            ["Hallo {name}, wir haben den Anschluss neu gestartet. Läuft er wieder?", "Hallo {name}, das war unser Fehler, der Betrag kommt in {number} Tagen zurück.", "Guten Tag {name}, in {place} liegt eine Störung vor, wir sind dran.", "Hallo {name}, der Termin ist vorgezogen, die Bestätigung kommt heute."],
            ["Hallo {name}, schick uns bitte eine private Nachricht mit der Kundennummer.", "Hallo {name}, bitte per Direktnachricht, dann schauen wir in den Vertrag."],
            ["Danke, läuft wieder", "Super, vielen Dank", "Danke für die schnelle Antwort", "Passt jetzt, danke"], ["Leider unverändert", "Nein, geht immer noch nicht", "Das habe ich alles schon gemacht"], ["gestern", "Montag", "heute früh", "zwei Tagen", "dem Sturm"]),
        ["fr"] = new(
            [
                ("network", "plus d'internet depuis {since}"), ("network", "la connexion à {place} coupe toutes les {number} minutes"), ("billing", "facturé deux fois ce mois-ci"), ("support", "le technicien n'est jamais venu"), ("app", "l'appli plante depuis {since}"), ("delivery", "la box devait arriver il y a {number} jours"),
                ("returns", "box rendue il y a {number} semaines, toujours rien remboursé"), ("account", "impossible de me connecter à mon compte"), ("outage", "tout est en panne à {place}"),
            ],
            [".", "!", ". C'est possible d'avoir une réponse ?", ". Je télétravaille, merci.", ". Inadmissible.", "…"],
            [("network", "la fibre arrive quand à {place} ?"), ("account", "je peux garder mon numéro ?"), ("returns", "il faut renvoyer l'ancienne box ?")],
            ["technicien ponctuel et sympa à {place}, merci !", "{number} mois sans une coupure, bravo"],
            ["Bonjour {name}, la ligne est relancée de notre côté. C'est mieux ?", "Bonjour {name}, c'est notre erreur, vous serez remboursé sous {number} jours.", "Bonjour {name}, une panne touche {place}, nos équipes sont dessus."],
            ["Bonjour {name}, pouvez-vous nous écrire en privé avec votre numéro de client ?", "Bonjour {name}, un petit message privé et on regarde."],
            ["Merci, ça remarche", "Super, merci beaucoup", "C'est bon, merci"], ["Toujours pareil", "Non, rien n'a changé", "Déjà essayé, ça ne marche pas"], ["hier", "lundi", "ce matin", "deux jours", "l'orage"]),
    };
}

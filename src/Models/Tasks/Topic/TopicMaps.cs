namespace Listening.Models.Tasks.Topic;

/// <summary>What the labels of public sets are in the house's topics.</summary>
internal static class TopicMaps
{
    public static readonly Dictionary<string, string> Shop = new()
    {
        ["Inventory"] = "availability", ["Delivery"] = "delivery", ["Product Integrity & Accuracy"] = "product", ["Subscriptions"] = "account",
        ["Security and Privacy"] = "security", ["Account & Profile Management"] = "account", ["Refund & Returns"] = "billing", ["Promotions"] = "price",
        ["Technical Issues"] = "app", ["Billing & Transaction Problems"] = "billing",
    };

    public static readonly Dictionary<string, string> Airline = new()
    {
        ["Late Flight"] = "delay", ["Cancelled Flight"] = "delay", ["Customer Service Issue"] = "no_answer|staff", ["Flight Attendant Complaints"] = "staff",
        ["Lost Luggage"] = "lost_item", ["Damaged Luggage"] = "lost_item", ["Bad Flight"] = "place|product", ["Flight Booking Problems"] = "app|booking", ["longlines"] = "place",
    };

    public static readonly Dictionary<string, string> Dialog = new()
    {
        ["DELAY"] = "delay", ["BAGGAGE"] = "lost_item", ["INFLIGHTENT"] = "place|product", ["INFLIGHTFACS"] = "place", ["FLIGHTSTAFF"] = "staff", ["BOOKFLT"] = "booking",
        ["CHGFLT"] = "booking", ["CHECKIN"] = "booking", ["REWARDS"] = "price", ["CUSTSUPP"] = "no_answer|staff", ["TERMFACS"] = "place", ["NEWFEAT"] = "availability",
    };

    private static readonly (string Part, string Topic)[] Banking =
    [
        ("card_arrival", "delivery"), ("card_delivery", "delivery"), ("order_physical", "booking|delivery"), ("not_recognised", "security"), ("compromised", "security"),
        ("lost_or_stolen", "security"), ("passcode", "account"), ("pin", "account"), ("identity", "account"), ("terminate", "account"), ("edit_personal", "account"),
        ("source_of_funds", "account"), ("age_limit", "information"), ("country_support", "availability"), ("fiat_currency", "availability"), ("supported_cards", "information"),
        ("atm_support", "information"), ("visa_or_mastercard", "information"), ("exchange", "price"), ("charge", "billing|price"), ("fee", "billing|price"),
        ("via_app", "app"), ("not_working", "product"), ("swallowed", "billing|product"), ("virtual_card", "availability|product"), ("spare_card", "availability|information"),
        ("limits", "information"), ("apple_pay", "app"), ("refund", "billing"), ("Refund", "billing"), ("declined", "billing"), ("pending", "billing"), ("failed", "billing"),
        ("transfer", "billing"), ("top_up", "billing"), ("twice", "billing"), ("payment", "billing"), ("balance", "billing"), ("cash", "billing"),
    ];

    private static readonly Dictionary<string, string> Requests = Map(
        "delay: flight_status traffic; lost_item: lost_luggage find_phone; booking: book_flight book_hotel restaurant_reservation cancel_reservation confirm_reservation accept_reservations "
        + "schedule_maintenance car_rental; security: report_fraud report_lost_card; billing: card_declined bill_due bill_balance pay_bill min_payment transactions spending_history; "
        + "account: account_blocked freeze_account pin_change change_user_name application_status new_card credit_limit_change; delivery: order_status replacement_card_duration; "
        + "product: damaged_card sync_device; price: international_fees rewards_balance redeem_rewards exchange_rate interest_rate apr; "
        + "information: carry_on international_visa vaccines travel_alert plug_type taxes ingredients_list nutrition_info how_busy; app: reset_settings change_volume");

    private static readonly (string Part, string Topic)[] Customer =
    [
        ("Delivery", "delivery"), ("Packaging", "delivery"), ("Billing", "billing"), ("Refund", "billing"), ("Return", "billing"), ("Subscription", "account"), ("Account", "account"),
        ("Premium", "account"), ("Prime", "account"), ("Update", "product"), ("Battery", "product"), ("Freezing", "product"), ("App", "app"), ("Playlist", "app"),
        ("Song/Artist", "availability"), ("Advertisement", "stance"), ("Bad Support", "no_answer|staff"), ("Cancellation", "booking"),
    ];

    public static string? OfBanking(string label) => First(Banking, label);

    public static string? OfRequests(string label) => Requests.GetValueOrDefault(label);

    public static string? OfCustomer(IReadOnlyDictionary<string, string> row) => row["inbound"] == "True" ? First(Customer, row["labels"]) : null;

    private static string? First((string Part, string Topic)[] map, string label)
    {
        foreach (var (part, topic) in map)
            if (label.Contains(part, StringComparison.Ordinal)) return topic;
        return null;
    }

    private static Dictionary<string, string> Map(string lines) =>
        lines.Split("; ").Select(line => line.Split(": ")).SelectMany(parts => parts[1].Split(' ').Select(label => (label, parts[0]))).ToDictionary(pair => pair.label, pair => pair.Item2);
}

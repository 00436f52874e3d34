namespace Listening.Benchmarks.Scale;

/// <summary>Posts sent by <c>POST /api/v1/posts</c> while viewers have their dashboards open.</summary>
/// <param name="Rate">Accepted posts per second.</param>
/// <param name="Posts">How many were accepted.</param>
/// <param name="Senders">How many sent at once.</param>
/// <param name="BatchSize">Posts a request.</param>
/// <param name="Viewers">Open event streams with every tile.</param>
/// <param name="P50">A request's time, milliseconds.</param>
/// <param name="P95">The same at 0.95.</param>
/// <param name="BehindSeconds">After the last answer, until every fact followed.</param>
/// <param name="TileP95">A day's tiles asked during it, milliseconds.</param>
public sealed record LivePosts(double Rate, long Posts, int Senders, int BatchSize, int Viewers, double P50, double P95, double BehindSeconds, double TileP95);

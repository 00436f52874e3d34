using System.Linq.Expressions;
using Listening.Cases;

namespace Listening.Desk.Cases.Searching;

/// <summary>Puts conditions on a case together.</summary>
internal static class Conditions
{
    /// <summary>All of them, or any of them.</summary>
    public static Expression<Func<Case, bool>> Join(IEnumerable<Expression<Func<Case, bool>>> conditions, bool all)
    {
        var row = Expression.Parameter(typeof(Case), "row");
        return Expression.Lambda<Func<Case, bool>>(
            conditions.Select(condition => new Over(condition.Parameters[0], row).Visit(condition.Body)).Aggregate((left, right) => all ? Expression.AndAlso(left, right) : Expression.OrElse(left, right)), row);
    }

    /// <summary>Not this one.</summary>
    public static Expression<Func<Case, bool>> Not(Expression<Func<Case, bool>> condition) =>
        Expression.Lambda<Func<Case, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private sealed class Over(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

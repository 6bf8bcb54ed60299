import statistics as st

print(st.mean([1, 2, 3, 4]), st.fmean([1, 2.5]), st.median([3, 1, 2, 10]), st.mode('aabb'))
print(st.stdev([1, 2, 3, 4]), st.pstdev([1.5, 2.5]), st.variance([2.75, 1.75, 1.25]))
print(st.quantiles(range(1, 20)), st.harmonic_mean([40, 60]), st.multimode('aabb'))
print(st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.correlation([1, 2, 3], [2, 4, 7]))
n = st.NormalDist(5, 2)
print(n + n, n * 2, n.zscore(9), round(n.cdf(6), 12), round(n.inv_cdf(0.9), 12))
try:
    st.mean([])
except st.StatisticsError as error:
    print(error)
# expect-stdout:
# 2.5 1.75 2.5 a
# 1.2909944487358056 0.5 0.5833333333333334
# [5.0, 10.0, 15.0] 48.0 ['a', 'b']
# LinearRegression(slope=2.25, intercept=-0.33333333333333304) 0.9933992677987828
# NormalDist(mu=10.0, sigma=2.8284271247461903) NormalDist(mu=10.0, sigma=4.0) 2.0 0.691462461274 7.563103131089
# mean requires at least one data point

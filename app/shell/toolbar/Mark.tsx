import styles from './Mark.module.css'

/** Stepwright's sign: steps in lanes, the same as the icon of the page. */
export function Mark() {
  return <img className={styles.mark} src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" />
}
